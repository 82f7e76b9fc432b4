import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { freePort } from '../helpers/free-port.ts'

const home = fileURLToPath(new URL('../..', import.meta.url))

test.skipIf(process.platform === 'win32')(
  'a SIGTERM to `npm start` ends the bot, not only npm and its shell',
  async () => {
    const port = await freePort()
    // A group of its own, so that whatever is left over is ended after the test.
    const npm = spawn('npm', ['start'], {
      cwd: home,
      detached: true,
      env: {
        ...process.env,
        HALLWAY_PORT: String(port),
        HALLWAY_CORPUS: '',
        SLACK_BOT_TOKEN: '',
        SLACK_APP_TOKEN: '',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    onTestFinished(() => {
      try {
        process.kill(-npm.pid!, 'SIGKILL')
      } catch {
        // Nothing was left over.
      }
    })
    let output = ''
    for (const stream of [npm.stdout, npm.stderr]) stream.on('data', (text) => (output += text))
    await expect.poll(() => output).toContain(`http://127.0.0.1:${port}`)
    npm.kill('SIGTERM')
    await expect.poll(() => output).toContain('Hallway stops as soon as it has answered what was asked.')
    await expect
      .poll(() =>
        fetch(`http://127.0.0.1:${port}`).then(
          () => 'serves',
          () => 'gone',
        ),
      )
      .toBe('gone')
  },
)
