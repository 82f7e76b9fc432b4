import module from 'node:module'
const src = new URL('./src/', import.meta.url).href
module.registerHooks({
  resolve(specifier, context, next) {
    if (specifier.charCodeAt(0) === 46 && context.parentURL?.startsWith(src)) return { url: new URL(specifier, context.parentURL).href, format: 'module-typescript', shortCircuit: true }
    return next(specifier, context)
  },
})
module.enableCompileCache()
const t=performance.now(); await import(process.argv[2]); console.log(process.argv[2], (performance.now()-t).toFixed(1), performance.now().toFixed(0))
