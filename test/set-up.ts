import fc from 'fast-check'

// The gate must not depend on chance: property tests try the same values each time, unless FAST_CHECK_SEED names
// another seed to look further with.
fc.configureGlobal({ seed: Number(process.env.FAST_CHECK_SEED ?? 2012) })
