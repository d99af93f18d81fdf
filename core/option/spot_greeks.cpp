#include "option/spot_greeks.h"
