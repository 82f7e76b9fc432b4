import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { environmentForOthers } from '../../files/environment-for-others.ts'

/** Installs what runs models unless it is there; what npm says goes to standard error. Resolves to whether it is there. */
export async function installRuntime(): Promise<boolean> {
  const script = fileURLToPath(new URL('../../../bin/set-up.mjs', import.meta.url))
  const child = spawn(process.execPath, [script, 'meaning'], {
    env: environmentForOthers(),
    stdio: ['ignore', 2, 2],
  })
  const { promise, resolve } = Promise.withResolvers<boolean>()
  child.once('error', () => resolve(false)).once('exit', (code) => resolve(code === 0))
  return promise
}
