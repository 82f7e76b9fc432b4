import module from 'node:module'
module.registerHooks({
  resolve(specifier, context, next) {
    return next(specifier, context)
  },
})
module.enableCompileCache()
const t=performance.now(); await import(process.argv[2]); console.log(process.argv[2], (performance.now()-t).toFixed(1), performance.now().toFixed(0))
