print("albplan")
