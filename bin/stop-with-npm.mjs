// npm runs scripts through a shell, which a SIGTERM to npm ends without passing it on.

const lookEveryMs = 500

/**
 * Calls back once the process that started this one has ended, if that was npm's shell: whoever stops npm means the
 * script. Started in any other way, a process may outlive its parent.
 */
export function onNpmStopped(stop) {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return
  const parent = process.ppid
  const looking = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(looking)
    stop()
  }, lookEveryMs)
  looking.unref()
}
