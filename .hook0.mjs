import module from 'node:module'
module.registerHooks({
  resolve(specifier, context, next) {
    return next(specifier, context)
  },
})
