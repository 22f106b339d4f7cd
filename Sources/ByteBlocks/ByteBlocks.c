// All there is stands in the header, so that it becomes part of the code that uses it.
#include "byte_blocks.h"
