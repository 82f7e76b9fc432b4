#!/usr/bin/env node
// The `hallway` command. Sets up if need be, then runs src/cli.ts: in this process if Node can run TypeScript, and
// with the Node 24 that the set-up installed if it is older.
import { spawn } from 'node:child_process'
import module from 'node:module'
import { constants } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

if (process.permission?.has('fs.read', fileURLToPath(new URL('..', import.meta.url))) === false) {
  console.error(
    'Hallway: an option keeps Node from reading Hallway’s own files. Take --permission out of NODE_OPTIONS and of the command.',
  )
  process.exit(1)
}
// Only now, since a file that may not be read ends Node with a trace.
const { home, installedNode, runsTypeScript, setUp } = await import('./set-up.mjs')
const { onNpmStopped } = await import('./stop-with-npm.mjs')

if (runsTypeScript && (!process.features.typescript || typeof WebAssembly === 'undefined')) {
  console.error(
    'Hallway: an option keeps Node from running TypeScript. Take --no-strip-types or --jitless out of NODE_OPTIONS and of the command.',
  )
  process.exit(1)
}
await setUp()

if (runsTypeScript) {
  // Keeps compiled code in the system's temporary folder, which takes off a third of the time to start.
  module.enableCompileCache()
  onNpmStopped(() => process.kill(process.pid, 'SIGTERM'))
  const { run } = await import(pathToFileURL(join(home, 'src', 'cli.ts')).href)
  await run(process.argv.slice(2))
} else {
  const child = spawn(installedNode, [join(home, 'bin', 'hallway.mjs'), ...process.argv.slice(2)], {
    stdio: 'inherit',
  })
  // Ctrl-C reaches the child from the terminal itself: a second SIGINT would end it before it has answered.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'))
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  onNpmStopped(() => child.kill('SIGTERM'))
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)))
}
