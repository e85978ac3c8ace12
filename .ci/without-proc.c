// What the Swift runtime asks /proc for when a program starts, answered without it: a released program also runs where
// /proc is not mounted. The linker puts these functions in the place of the runtime's own (--wrap).

static int count;
static char **arguments;

// glibc hands the arguments of main to every function that runs before it.
__attribute__((constructor)) static void keep_arguments(int argc, char **argv) {
  count = argc;
  arguments = argv;
}

// The runtime reads /proc/self/cmdline, and takes the arguments for none when it cannot.
char **__wrap__swift_stdlib_getUnsafeArgvArgc(int *argc) {
  *argc = count;
  return arguments;
}

// The runtime looks for the program swift-backtrace beside its own library, which it finds by /proc/self/exe, and ends
// the process when it cannot. A static program has no such library: there is no backtracer.
char *__wrap_swift_copyAuxiliaryExecutablePath(const char *name) {
  (void)name;
  return 0;
}
