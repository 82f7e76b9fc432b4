import module from 'node:module'
module.enableCompileCache()
const cpu = () => { const u = process.threadCpuUsage(); return (u.user + u.system) / 1000 }
let last = cpu(); const out = [['node', last]]
for (const p of process.argv.slice(2)) { await import(p); const c = cpu(); out.push([p, c - last]); last = c }
console.log(JSON.stringify(out))
