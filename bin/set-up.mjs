// Installs what package-lock.json asks for, and only where it is not there yet. Plain JavaScript that Node 20 can
// run: this is the one part of Hallway that runs before Node 24 and the dependencies are there.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const home = fileURLToPath(new URL('..', import.meta.url))
const stamp = join(home, 'node_modules', '.hallway-set-up')

/** Installs the dependencies unless the lockfile that they were installed from is still the same. */
export function setUp() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(home, 'package-lock.json')))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  console.error('Hallway: installing its dependencies (once) …')
  const npm = process.env.npm_execpath
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const result = npm
    ? spawnSync(process.execPath, [npm, ...args], { cwd: home, stdio: ['ignore', 2, 2] })
    : spawnSync('npm', args, { cwd: home, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' })
  if (result.status !== 0) {
    console.error('Hallway: `npm ci` failed, see above. Check the network and run the same command again.')
    process.exit(1)
  }
  writeFileSync(stamp, wanted)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) setUp()
