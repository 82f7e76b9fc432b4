const cpu = () => { const u = process.threadCpuUsage(); return (u.user + u.system) / 1000 }
let a=cpu(); const m = await import('./bin/set-up.mjs'); let b=cpu(); await m.setUp(); let c=cpu(); await import('./bin/stop-with-npm.mjs'); let d=cpu(); (await import('node:module')).enableCompileCache(); const e=cpu(); await import('./src/cli.ts'); const f=cpu()
console.log('import set-up',(b-a).toFixed(1),'setUp',(c-b).toFixed(1),'stop',(d-c).toFixed(1),'cache',(e-d).toFixed(1),'cli.ts',(f-e).toFixed(1), 'before', a.toFixed(1))
