// Installs what package-lock.json asks for, and only if it is not there yet. Plain JavaScript that Node 20 can run:
// this is the one part of Hallway that runs before Node 24 and the dependencies are there.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { withSetUpLock } from './set-up-lock.mjs'

export const home = fileURLToPath(new URL('..', import.meta.url))

/** The Node 24 that is installed for machines with an older one. */
export const installedNode = join(
  home,
  'node_modules/node/bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
)

export const runsTypeScript = Number.parseInt(process.versions.node, 10) >= 24

/**
 * Installs the dependencies unless they are there. Of several processes that start at once one installs and the others
 * wait. Ends the process if it fails.
 */
export async function setUp({ forTests = false } = {}) {
  const isReady = () => isInstalled(home, { withDev: forTests || !runsTypeScript }) && hasNode()
  if (isReady()) return
  const failure = await inTurn(async (started) => {
    if (isReady()) return undefined
    console.error('Hallway: installing its dependencies (once) …')
    if (
      (await runNpm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], { started })) !==
      0
    )
      return '`npm ci` failed, see above. Check the network and run the same command again.'
    if (!hasNode())
      return `\`npm ci\` did not install ${installedNode}. Allow the package “node” its install script, or use Node 24.`
    return undefined
  })
  endIf(failure)
}

/** Does what changes the clone while no other does. Resolves to what it resolves to, or to why the clone cannot be changed. */
async function inTurn(work) {
  try {
    return await withSetUpLock(join(home, '.set-up-lock'), work)
  } catch (error) {
    if (!notWritable.has(error.code)) throw error
    return `something is not installed yet, or of another version, and ${home} cannot be written (${error.code}). Run the same command, or \`npm ci\`, as a user who may write there.`
  }
}

const notWritable = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT'])

/** The folder of the package that runs sentence encoders: see `hallway model`. */
const meaningFolder = join(home, 'meaning')

/** Installs that package unless it is there. Its binaries are in it, so that no script of others has to run. */
async function setUpMeaning() {
  const isReady = () => isInstalled(meaningFolder, { withDev: false })
  if (isReady()) return
  const failure = await inTurn(async (started) => {
    if (isReady()) return undefined
    console.error('Hallway: installing what runs sentence encoders (once, 291 MB) …')
    const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
    if ((await runNpm(args, { folder: meaningFolder, started })) === 0) return undefined
    return `\`npm ci\` in ${meaningFolder} failed, see above. Check the network and run the same command again.`
  })
  endIf(failure)
}

/** @param failure why it cannot go on; undefined if it can */
function endIf(failure) {
  if (failure === undefined) return
  console.error(`Hallway: ${failure}`)
  process.exit(1)
}

const hasNode = () => runsTypeScript || existsSync(installedNode)

/**
 * Whether npm has installed what the lockfile asks for, by whatever command: npm notes in
 * node_modules/.package-lock.json what is there, when all of it is. Optional packages may be missing: most are for
 * other platforms.
 */
function isInstalled(folder, { withDev }) {
  const wanted = packagesIn(join(folder, 'package-lock.json'))
  const installed = packagesIn(join(folder, 'node_modules', '.package-lock.json'))
  if (!wanted || !installed) return false
  return Object.entries(wanted).every(([path, { version, integrity, dev, optional, devOptional }]) => {
    if (path === '') return true
    const found = installed[path]
    if (!found) return optional || devOptional || (dev && !withDev)
    return (
      found.version === version &&
      found.integrity === integrity &&
      existsSync(join(folder, path, 'package.json'))
    )
  })
}

function packagesIn(lockfile) {
  try {
    return JSON.parse(readFileSync(lockfile, 'utf8')).packages
  } catch {
    return undefined
  }
}

/** Resolves to npm's exit code. `started` is told the number of its process. */
function runNpm(args, { folder = home, started }) {
  const running = process.env.npm_execpath
  // Standard output is the command's own: what npm says goes to standard error.
  const options = { cwd: folder, stdio: ['ignore', 2, 2] }
  const npm =
    running && basename(running) === 'npm-cli.js'
      ? spawn(process.execPath, [running, ...args], options)
      : spawn('npm', args, { ...options, shell: process.platform === 'win32' })
  if (npm.pid !== undefined) started(npm.pid)
  return new Promise((resolve) => npm.once('error', () => resolve(127)).once('close', resolve))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv[2] === 'meaning') await setUpMeaning()
  else await setUp({ forTests: true })
}
