// A library in which one function has changed since the Swift was generated: put before the real one, this answers for it.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdint.h>

#define CHANGED uniffi_alongside_checksum_method_companion_sign_note
#define TEXT(name) #name
#define NAME(name) TEXT(name)

uint16_t CHANGED(void) {
  uint16_t (*real)(void) = (uint16_t (*)(void))dlsym(RTLD_NEXT, NAME(CHANGED));
  return (uint16_t)(real() + 1);
}
