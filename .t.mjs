const cpu = () => { const u = process.threadCpuUsage(); return (u.user + u.system) / 1000 }
const out=[]; let a=cpu()
for (const m of ['node:fs','node:fs/promises','node:path','node:url','node:os','node:module','node:child_process','node:timers/promises','./bin/set-up-lock.mjs','./bin/stop-with-npm.mjs','./bin/set-up.mjs']) { await import(m); const b=cpu(); out.push(`${m} ${(b-a).toFixed(1)}`); a=b }
const m = await import('./bin/set-up.mjs'); a=cpu(); await m.setUp(); out.push('setUp '+(cpu()-a).toFixed(1)); console.log(out.join(' | '))
