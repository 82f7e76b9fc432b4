/** Hallway as people run it: a process of its own, in a folder of its own. */
import { spawnSync } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { freePort } from '../helpers/free-port.ts'
import { openTestServer } from '../helpers/open-test-server.ts'
import { writeFolder } from '../helpers/temporary-folder.ts'
import {
  beginInstall,
  completeInstall,
  manyConnection,
  openSlack as openSlackOfMany,
  openTeam,
} from './many-workspaces.ts'
import { openTestWorkspace } from './open-hallway.ts'
import { folderWithNotes, note, run, source, startWithin } from './run-hallway.ts'
import { signingSecret, slackRequests } from './slack-requests.ts'

async function openSlack() {
  const workspace = await openTestWorkspace()
  const env = {
    SLACK_BOT_TOKEN: workspace.botToken,
    SLACK_APP_TOKEN: workspace.appToken,
    HALLWAY_SLACK_API_URL: workspace.apiUrl,
  }
  return { workspace, env }
}

const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const

const hasGit = spawnSync('git', ['--version']).status === 0
if (!hasGit) console.warn('Skipped: what git does when Hallway ends. There is no git.')

/** Whether a process can be made the first of its own namespace. */
const hasNamespaces = spawnSync('unshare', ['-Urpf', 'true']).status === 0
if (!hasNamespaces) console.warn('Skipped: Hallway as the first process of a container. There is no unshare.')

/** Whether it may have a view of its own of the files, too. */
const hasMounts = spawnSync('unshare', ['-Urmpf', 'mount', '--bind', '/etc/hosts', '/etc/hosts']).status === 0
if (!hasMounts) console.warn('Skipped: a name that is never resolved. There is no unshare that may mount.')

/** Of processes that each started the next one, the last. */
function lastOf(pid: number): number {
  const [next] = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean)
  return next === undefined ? pid : lastOf(Number(next))
}

/** A Slack that takes a connection, and never says a word. */
async function openSilentSlack() {
  const asked = Promise.withResolvers<void>()
  const origin = await openTestServer(() => asked.resolve())
  const { env } = await openSlack()
  return { env: { ...env, HALLWAY_SLACK_API_URL: `${origin}api/` }, isAsked: asked.promise }
}

/** Settings with which a run records what it loads, and the folders of `src/` that it has loaded modules from. */
function recorded(folder: string) {
  const file = join(folder, 'modules.txt')
  const source = new URL('../../src/', import.meta.url).href
  return {
    env: {
      NODE_OPTIONS: `--import=${new URL('record-modules.ts', import.meta.url).href}`,
      LOADED_MODULES: file,
    },
    async rooms() {
      const modules = (await readFile(file, 'utf8')).split('\n').filter((url) => url.startsWith(source))
      return new Set(modules.map((url) => url.slice(source.length).split('/')[0]!))
    },
  }
}

describe('the modules that are loaded', () => {
  test('with Slack, are neither of the local workspace nor of the importers', async () => {
    const { workspace, env } = await openSlack()
    const folder = folderWithNotes()
    const record = recorded(folder)
    const { says } = await run({ ...env, ...record.env }, folder)
    await says('Connected to Slack.')
    const { ts } = await workspace.say('dm', 'queues')
    await workspace.until(() => workspace.thread('dm', ts).find((reply) => reply.bot_id), 'an answer')
    const rooms = await record.rooms()
    expect([...rooms]).toEqual(expect.arrayContaining(['library', 'slack', 'tips']))
    expect(rooms).not.toContain('workspace')
    expect(rooms).not.toContain('import')
  })

  test('without Slack, are of the local workspace too', async () => {
    const folder = folderWithNotes()
    const record = recorded(folder)
    const { says } = await run({ HALLWAY_PORT: String(await freePort()), ...record.env }, folder)
    await says('Open http')
    expect(await record.rooms()).toContain('workspace')
  })
})

describe('with no Slack', () => {
  test('opens a workspace in the browser, and says what is served and where', async () => {
    const port = await freePort()
    const { says, lines, child, exitCode } = await run({ HALLWAY_PORT: String(port) })
    await says('Open http')
    expect(lines()).toEqual([
      `Hallway answers from 1 talk of HarbourConf 2019. Open http://127.0.0.1:${port}`,
    ])
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200)
    child.kill('SIGINT')
    expect(await exitCode()).toBe(0)
  })

  test('says so where the port is in use', async () => {
    const { port } = new URL(await openTestServer(() => {}))
    const { exitCode, lines } = await run({ HALLWAY_PORT: port })
    expect(await exitCode()).toBe(1)
    expect(lines()).toEqual([`Port ${port} is in use already. Set HALLWAY_PORT to a free one.`])
  })
})

describe('as the notes change', () => {
  test('what changes is told in one line, and what is wrong in another', async () => {
    const folder = folderWithNotes()
    const { says, lines } = await run({ HALLWAY_PORT: String(await freePort()) }, folder)
    await says('Open http')
    await writeFile(join(folder, 'corpus', 'harbour-2019', 'boats.md'), note.replace('Queues', 'Boats'))
    await says(/^info: Notes changed: 2 talks now \(version [0-9a-f]{12}\)\.$/m)
    await writeFile(join(folder, 'corpus', 'harbour-2019', 'boats.md'), '')
    await says(
      /^warn: corpus\/harbour-2019\/boats\.md:1:1 error: the file is empty; what it said before is served \(/m,
    )
    expect(lines()).toHaveLength(3)
  })
})

describe('with settings or notes that will not do', () => {
  test('tells all problems of the settings, and no secret', async () => {
    const { exitCode, lines, output } = await run({ SLACK_BOT_TOKEN: 'xoxp-1-verysecret', HALLWAY_PORT: 'x' })
    expect(await exitCode()).toBe(1)
    expect(lines().map((line) => line.split(' ')[0])).toEqual([
      'SLACK_BOT_TOKEN',
      'HALLWAY_PORT',
      'SLACK_APP_TOKEN',
    ])
    expect(output()).not.toContain('verysecret')
  })

  test('says so where there are no notes', async () => {
    const { exitCode, output } = await run({ HALLWAY_CORPUS: 'nowhere' })
    expect(await exitCode()).toBe(1)
    expect(output()).toMatch(/nowhere/)
    expect(output()).toMatch(/HALLWAY_CORPUS/)
    expect(output()).not.toMatch(/\bat .*:\d+:\d+/)
  })

  test('serves the good notes and counts the bad ones', async () => {
    const folder = folderWithNotes()
    await writeFile(join(folder, 'corpus', 'harbour-2019', 'bad.md'), '---\ntitle: [\n---\n')
    const { says, output } = await run({ HALLWAY_PORT: String(await freePort()) }, folder)
    await says('answers from 1 talk')
    expect(output()).toMatch(
      /run `npx hallway check corpus` to see all\.\n {2}corpus\/harbour-2019\/bad\.md:\d+/,
    )
  })

  test('reads .env in the working folder', async () => {
    const folder = folderWithNotes()
    await writeFile(join(folder, '.env'), 'HALLWAY_LOG_LEVEL=loud\n')
    const { exitCode, lines } = await run({}, folder)
    expect(await exitCode()).toBe(1)
    expect(lines()).toEqual(['HALLWAY_LOG_LEVEL is "loud". Set it to error, warn, info or debug.'])
  })
})

describe('with Slack', () => {
  test.each(signals)('on %s it answers what was asked, then exits with 0', async (signal) => {
    const { workspace, env } = await openSlack()
    const { says, child, exitCode } = await run(env, undefined, startWithin())
    await says('Connected to Slack.')
    // Slack asks to wait a second: so long, the answer is under way.
    workspace.fail('chat.postMessage', { status: 429, retryAfter: 1 })
    const { ts } = await workspace.say('dm', 'queues')
    await expect.poll(() => workspace.socket.pending()).toBe(0)
    child.kill(signal)
    expect(await exitCode()).toBe(0)
    expect(workspace.thread('dm', ts).filter((reply) => reply.bot_id)).toHaveLength(1)
  })

  test.each(signals)('on %s it ends at once while it starts', async (signal) => {
    const { env, isAsked } = await openSilentSlack()
    const { child, endedBy } = await run(env)
    await isAsked
    child.kill(signal)
    expect(await endedBy()).toBe(signal)
  })

  test.skipIf(!hasGit)('what it had git do while it starts ends with it', async () => {
    const { env } = await openSlack()
    const fetching = Promise.withResolvers<void>()
    let isOver = false
    const origin = await openTestServer((_, response) => {
      response.on('close', () => {
        isOver = true
      })
      fetching.resolve()
    })
    const { child, endedBy } = await run({ ...env, HALLWAY_NOTES_GIT: `${origin}notes.git` })
    await fetching.promise
    child.kill('SIGTERM')
    expect(await endedBy()).toBe('SIGTERM')
    // By itself it would give up after half a minute.
    await expect.poll(() => isOver, { timeout: 20_000 }).toBe(true)
  })

  describe.skipIf(!hasNamespaces)(
    'as the first process of a container, which no signal ends by itself',
    () => {
      const asFirst = (start: string) =>
        `import { spawn } from 'node:child_process'
      const first = [process.execPath, '--input-type=module', '-e', ${JSON.stringify(start)}]
      const options = ['-Urpf', '--kill-child', ...first]
      spawn('unshare', options, { stdio: 'inherit' }).on('exit', (code) => process.exit(code))`

      test('it ends at once while it starts', async () => {
        const { env, isAsked } = await openSilentSlack()
        const start = `(await import('${source('cli.ts')}')).run(['start'])`
        const { child, exitCode } = await run(env, undefined, asFirst(start))
        await isAsked
        process.kill(lastOf(child.pid!), 'SIGTERM')
        expect(await exitCode()).toBe(143)
      })

      test('it ends in time though Slack keeps an answer waiting', async () => {
        const { workspace, env } = await openSlack()
        const { says, child, exitCode } = await run(
          env,
          undefined,
          asFirst(startWithin({ maxStopMs: 1_500 })),
        )
        await says('Connected to Slack.')
        workspace.fail('chat.postMessage', { status: 429, retryAfter: 60 })
        await workspace.say('dm', 'queues')
        await expect.poll(() => workspace.socket.pending()).toBe(0)
        process.kill(lastOf(child.pid!), 'SIGTERM')
        expect(await exitCode()).toBe(137)
      })
    },
  )

  test('though nobody reads its log any more, it answers, and stops in order', async () => {
    const { workspace, env } = await openSlack()
    const { says, child, exitCode } = await run({ ...env, HALLWAY_LOG_LEVEL: 'debug' })
    await says('Connected to Slack.')
    child.stdout?.destroy()
    child.stderr?.destroy()
    for (const question of ['queues', 'jobs']) {
      const { ts } = await workspace.say('dm', question)
      await workspace.until(() => workspace.thread('dm', ts).some((reply) => reply.bot_id), 'an answer')
    }
    child.kill('SIGTERM')
    expect(await exitCode()).toBe(0)
  })

  test.skipIf(process.platform !== 'linux')('though its log has no room, it answers', async () => {
    const { workspace, env } = await openSlack()
    const full = openSync('/dev/full', 'w')
    onTestFinished(() => closeSync(full))
    const { child } = await run({ ...env, HALLWAY_LOG_LEVEL: 'debug' }, undefined, undefined, full)
    await workspace.until(() => workspace.connections() === 1, 'a connection')
    const { ts } = await workspace.say('dm', 'queues')
    await workspace.until(() => workspace.thread('dm', ts).some((reply) => reply.bot_id), 'an answer')
    expect(child.exitCode).toBeNull()
  })

  test.skipIf(process.platform === 'win32')('SIGUSR1 opens no debugger, and is told of', async () => {
    const { env } = await openSlack()
    const { child, says, output } = await run(env)
    await says('Connected to Slack.')
    child.kill('SIGUSR1')
    await says('SIGUSR1 does nothing here.')
    expect(output()).not.toContain('Debugger')
  })

  test('a second signal does not wait', async () => {
    const { workspace, env } = await openSlack()
    const { says, child, endedBy } = await run(env, undefined, startWithin({ sameWishMs: 0 }))
    await says('Connected to Slack.')
    workspace.fail('chat.postMessage', { status: 429, retryAfter: 60 })
    await workspace.say('dm', 'queues')
    await expect.poll(() => workspace.socket.pending()).toBe(0)
    child.kill('SIGTERM')
    await says('Hallway stops as soon as')
    child.kill('SIGTERM')
    expect(await endedBy()).toBe('SIGTERM')
  })

  test('signals that come together, as to a whole group of processes, are one', async () => {
    const { workspace, env } = await openSlack()
    const { says, child, exitCode } = await run(env, undefined, startWithin({ sameWishMs: 60_000 }))
    await says('Connected to Slack.')
    workspace.fail('chat.postMessage', { status: 429, retryAfter: 2 })
    const { ts } = await workspace.say('dm', 'queues')
    await expect.poll(() => workspace.socket.pending()).toBe(0)
    child.kill('SIGTERM')
    await says('Hallway stops as soon as')
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) child.kill(signal)
    expect(await exitCode()).toBe(0)
    expect(workspace.thread('dm', ts).filter((reply) => reply.bot_id)).toHaveLength(1)
  })

  // Whoever opens a pipe waits for somebody to write into it.
  test.skipIf(process.platform === 'win32').each([
    ['', "void open('pipe', 'r')\nconsole.log('held up')"],
    [
      ' a worker',
      `new Worker("require('fs').open('pipe', 'r', () => {}); require('worker_threads').parentPort.postMessage(0)",
        { eval: true, execArgv: [] }).once('message', () => console.log('held up'))`,
    ],
  ])('on SIGTERM it ends in time though a disk does not answer%s', async (_, opening) => {
    const { env } = await openSlack()
    const script = `import { execFileSync } from 'node:child_process'
        import { open } from 'node:fs/promises'
        import { Worker } from 'node:worker_threads'
        ${startWithin({ maxStopMs: 1_500 })}
        execFileSync('mkfifo', ['pipe'])
        ${opening}`
    const { says, child, endedBy } = await run(env, undefined, script)
    await says('held up')
    child.kill('SIGTERM')
    expect(await endedBy()).toBe('SIGKILL')
    await says('Hallway could not stop in time, so it ends at once.')
  })

  test.skipIf(!hasMounts)('on SIGTERM it ends in time though a name is never resolved', async () => {
    const { env } = await openSlack()
    // Whoever looks a name up in a pipe waits for somebody to write into it.
    const start = `import { lookup } from 'node:dns/promises'
      ${startWithin({ maxStopMs: 1_500 })}
      void lookup('never.test')
      console.log('held up')`
    const script = `import { spawn, execFileSync } from 'node:child_process'
      execFileSync('mkfifo', ['hosts'])
      const [shown, ...first] = ['mount --bind hosts /etc/hosts && exec "$@"', 'sh', process.execPath]
      const options = ['-Urmpf', '--kill-child', 'sh', '-c', shown, ...first]
      spawn('unshare', [...options, '--input-type=module', '-e', ${JSON.stringify(start)}], { stdio: 'inherit' })
        .on('exit', (code) => process.exit(code))`
    const { says, child, exitCode } = await run(env, undefined, script)
    await says('held up')
    process.kill(lastOf(child.pid!), 'SIGTERM')
    expect(await exitCode()).toBe(137)
    await says('Hallway could not stop in time, so it ends at once.')
  })

  test('on SIGTERM it ends in time though Slack keeps an answer waiting', async () => {
    const { workspace, env } = await openSlack()
    const { says, child, endedBy } = await run(env, undefined, startWithin({ maxStopMs: 1_500 }))
    await says('Connected to Slack.')
    workspace.fail('chat.postMessage', { status: 429, retryAfter: 60 })
    await workspace.say('dm', 'queues')
    await expect.poll(() => workspace.socket.pending()).toBe(0)
    child.kill('SIGTERM')
    expect(await endedBy()).toBe('SIGKILL')
    await says('Hallway could not stop in time, so it ends at once.')
  })

  test.each(['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN'] as const)(
    'a wrong %s is one line that names it',
    async (name) => {
      const { env } = await openSlack()
      const wrong = `${env[name].slice(0, 5)}1-wrong-and-secret`
      const { exitCode, lines } = await run({ ...env, [name]: wrong })
      expect(await exitCode()).toBe(1)
      expect(lines()).toHaveLength(1)
      expect(lines()[0]).toMatch(new RegExp(`^Slack refuses ${name} \\(invalid_auth\\)\\.`))
      expect(lines().join()).not.toContain('wrong-and-secret')
    },
  )

  test('a Slack that cannot be reached ends it with a line that says so', async () => {
    const { env } = await openSlack()
    const { exitCode, lines } = await run({
      ...env,
      HALLWAY_SLACK_API_URL: `http://127.0.0.1:${await freePort()}/api/`,
    })
    expect(await exitCode()).toBe(1)
    expect(lines().at(-1)).toMatch(
      /^No connection to Slack: Slack cannot be reached \(.*ECONNREFUSED.*\)\. Check that .*HALLWAY_SLACK_API_URL names\.$/,
    )
  })

  test('a token that is revoked while it runs ends it with one line', async () => {
    const { workspace, env } = await openSlack()
    const { says, exitCode, lines } = await run(env)
    await says('Connected to Slack.')
    workspace.fail('apps.connections.open', { error: 'account_inactive' })
    workspace.socket.drop()
    expect(await exitCode()).toBe(1)
    expect(lines().at(-1)).toMatch(
      /^Slack refuses SLACK_APP_TOKEN \(account_inactive\)\. Install the app again, /,
    )
  })

  test('even at the level of debug, no token and no address to answer at is logged', async () => {
    const { workspace, env } = await openSlack()
    const { says, output } = await run({ ...env, HALLWAY_LOG_LEVEL: 'debug' })
    await says('Connected to Slack.')
    await workspace.command('/talks', 'queues', '#general')
    await workspace.until(() => workspace.ephemerals('#general').length === 1, 'an answer')
    expect(output()).toContain('debug: ')
    for (const secret of [workspace.botToken, workspace.appToken, '/responses/', 'ticket=']) {
      expect(output()).not.toContain(secret)
    }
  })

  test('by HTTP it says where Slack is to post, and is up', async () => {
    const { env } = await openSlack()
    const port = await freePort()
    const { SLACK_APP_TOKEN: _, ...rest } = env
    const settings = { ...rest, SLACK_SIGNING_SECRET: signingSecret, HALLWAY_PORT: String(port) }
    const { says, child, exitCode } = await run(settings, undefined, startWithin())
    await says(`Slack posts to port ${port} of 127.0.0.1, path /slack/events.`)
    expect((await slackRequests(port, 'T1').health()).status).toBe(200)
    child.kill('SIGTERM')
    expect(await exitCode()).toBe(0)
  })

  test('its state can be asked for on a port of its own, and says that it stops before it does', async () => {
    const { workspace, env } = await openSlack()
    const port = await freePort()
    const { says, child } = await run({ ...env, HALLWAY_STATUS_PORT: String(port) })
    await says('Connected to Slack.')
    const get = (path: string) => fetch(`http://127.0.0.1:${port}${path}`)
    expect((await get('/healthz')).status).toBe(200)
    expect(await (await get('/readyz')).json()).toEqual({
      ready: true,
      checks: { process: 'ok', index: 'ok', store: 'ok', slack: 'ok' },
    })
    expect(await (await get('/metrics')).text()).toMatch(/^hallway_index_talks 1$/m)
    // Slack asks to wait: so long, the answer is under way and the process stays, for eight seconds at most.
    workspace.fail('chat.postMessage', { status: 429, retryAfter: 60 })
    await workspace.say('dm', 'queues')
    await expect.poll(() => workspace.socket.pending()).toBe(0)
    child.kill('SIGTERM')
    await says('Hallway stops as soon as')
    expect((await get('/readyz')).status).toBe(503)
  })

  test('a port for its state that is taken is one line that names the variable', async () => {
    const { env } = await openSlack()
    const { port } = new URL(await openTestServer(() => {}))
    const { exitCode, lines } = await run({ ...env, HALLWAY_STATUS_PORT: port })
    expect(await exitCode()).toBe(1)
    expect(lines()).toEqual([`Port ${port} is in use already. Set HALLWAY_STATUS_PORT to a free one.`])
  })

  test('as JSON, every line of its output is an entry, and those of one question share an id', async () => {
    const { workspace, env } = await openSlack()
    const settings = { ...env, HALLWAY_LOG_FORMAT: 'json', HALLWAY_SLOW_MS: '1', HALLWAY_PROT: '1' }
    const { says, child, exitCode, lines, output } = await run(settings, undefined, startWithin())
    await says('Connected to Slack.')
    await workspace.command('/talks', 'queues', '#general')
    await says('A request took')
    child.kill('SIGTERM')
    expect(await exitCode()).toBe(0)
    const entries = lines().map((line) => JSON.parse(line))
    for (const { time, level, message } of entries) {
      expect(new Date(time).toISOString()).toBe(time)
      expect(['info', 'warn', 'error']).toContain(level)
      expect(message).not.toBe('')
    }
    const slow = entries.find(({ message }) => message.startsWith('A request took'))
    expect(slow.message).toMatch(/^A request took [\d,]+ ms \(command, found\): .* elsewhere\.$/)
    expect(slow.request).toMatch(/^[0-9a-f]{32}$/)
    expect(output()).not.toContain(workspace.botToken)
  })

  test('tips that were set up are there after a restart', async () => {
    const { workspace, env } = await openSlack()
    const folder = folderWithNotes()
    const first = await run(env, folder)
    await first.says('Connected to Slack.')
    await workspace.command('/talks', 'tips on fridays at 16:00 UTC', '#general')
    await workspace.until(() => workspace.ephemerals('#general').length === 1, 'a confirmation')
    first.child.kill('SIGKILL')
    await first.exitCode()
    const second = await run(env, folder)
    await second.says('Connected to Slack.')
    await workspace.command('/talks', 'tips status', '#general')
    const status = await workspace.until(() => workspace.ephemerals('#general')[1], 'the status')
    expect(status.text).toMatch(/^Daily tips are on\. Fridays at 16:00 \(UTC\), from all notes\./)
  })

  test('a database that cannot be used is one line that says what to do', async () => {
    const { env } = await openSlack()
    const folder = folderWithNotes()
    await mkdir(join(folder, 'data'))
    await writeFile(join(folder, 'data', 'hallway.db'), 'This is no database.'.repeat(100))
    for (const [settings, line] of [
      [{}, /^data\/hallway\.db is .*database/],
      [{ HALLWAY_DATA: 'corpus/harbour-2019/queues.md' }, /corpus\/harbour-2019\/queues\.md/],
      [{ DATABASE_URL: 'mysql://hallway:verysecret@localhost/x' }, /DATABASE_URL/],
    ] as const) {
      const { exitCode, lines } = await run({ ...env, ...settings }, folder)
      expect(await exitCode()).toBe(1)
      // Without the folder, no index can be kept either, but that alone would end nothing.
      const told = lines().filter((text) => !text.startsWith('warn: The index cannot be kept'))
      expect(told).toEqual([expect.stringMatching(line)])
      expect(told[0]).not.toContain('verysecret')
    }
  })
})

describe('for several workspaces', () => {
  const folder = () =>
    writeFolder({
      'corpora/TA/harbour-2019/queues.md': note,
      'corpora/TB/tea-days-2024/kettles.md':
        '# Kettles that whistle\n\n- A kettle whistles at a hundred degrees.\n',
    })

  test('it serves each from its own folder, and goes on after the process was killed', async () => {
    const slack = await openSlackOfMany()
    const teams = [await openTeam(slack, 'TA'), await openTeam(slack, 'TB')]
    const port = await freePort()
    const { clientId, clientSecret, tokenKeys } = manyConnection
    const env = {
      SLACK_CLIENT_ID: clientId,
      SLACK_CLIENT_SECRET: clientSecret,
      SLACK_SIGNING_SECRET: signingSecret,
      HALLWAY_TOKEN_KEY: tokenKeys.join(),
      HALLWAY_CORPORA: 'corpora',
      HALLWAY_SLACK_API_URL: slack.apiUrl,
      HALLWAY_PORT: String(port),
    }
    const cwd = folder()
    const first = await run(env, cwd)
    await first.says('Workspaces add Hallway at /slack/install.')
    const base = `http://127.0.0.1:${port}`
    for (const { teamId } of teams)
      expect(
        (await completeInstall(base, { code: `code-${teamId}`, ...(await beginInstall(base)) })).status,
      ).toBe(200)
    first.child.kill('SIGKILL')
    await first.exitCode()
    const second = await run(env, cwd)
    await second.says('Workspaces add Hallway at /slack/install.')
    for (const workspace of teams) {
      const { ts } = await workspace.say('dm', 'kettles')
      const message = {
        type: 'message',
        channel: workspace.channel('dm').id,
        channel_type: 'im',
        user: workspace.you.id,
        ts,
        text: 'kettles',
      }
      expect(await slackRequests(port, workspace.teamId).event(message)).toBe(200)
    }
    const [inA, inB] = await Promise.all(
      teams.map((workspace) =>
        workspace.until(() => workspace.messages('dm').find((reply) => reply.bot_id), 'an answer'),
      ),
    )
    expect(inB!.text).toContain('Kettles that whistle')
    expect(inA!.text).not.toContain('whistle')
    expect(second.output()).not.toMatch(/xoxb-T/)
  })

  test('keys that open no token are one line and exit code 1', async () => {
    const slack = await openSlackOfMany()
    await openTeam(slack, 'TA')
    const port = await freePort()
    const env = (key: string) => ({
      SLACK_CLIENT_ID: manyConnection.clientId,
      SLACK_CLIENT_SECRET: manyConnection.clientSecret,
      SLACK_SIGNING_SECRET: signingSecret,
      HALLWAY_TOKEN_KEY: key,
      HALLWAY_SLACK_API_URL: slack.apiUrl,
      HALLWAY_PORT: String(port),
    })
    const cwd = folderWithNotes()
    const first = await run(env(manyConnection.tokenKeys.join()), cwd)
    await first.says('/slack/install.')
    const base = `http://127.0.0.1:${port}`
    await completeInstall(base, { code: 'code-TA', ...(await beginInstall(base)) })
    first.child.kill('SIGTERM')
    expect(await first.exitCode()).toBe(0)
    const second = await run(env(Buffer.alloc(32, 5).toString('base64')), cwd)
    expect(await second.exitCode()).toBe(1)
    expect(second.lines()).toEqual([
      expect.stringMatching(/^The token of TA was sealed with a key that is not in HALLWAY_TOKEN_KEY/),
    ])
  })
})

test.each([
  ['has no notes', { HALLWAY_CORPUS: 'no/notes' }],
  ['gets no notes from their repository', { HALLWAY_NOTES_GIT: '/no/repository' }],
  [
    'is not let into the search cluster',
    { HALLWAY_SEARCH_URL: 'https://127.0.0.1:9', HALLWAY_SEARCH_CA: 'no.pem' },
  ],
  ['cannot reach its database', { DATABASE_URL: 'postgresql://127.0.0.1:9/tips' }],
])('a Hallway that %s ends, though supervisors could ask it', async (_what, settings) => {
  const hallway = await run({
    SLACK_BOT_TOKEN: 'xoxb-1111-2222-abcdefghijkl',
    SLACK_SIGNING_SECRET: signingSecret,
    HALLWAY_PORT: String(await freePort()),
    HALLWAY_STATUS_PORT: String(await freePort()),
    ...settings,
  })
  expect(await hallway.exitCode()).toBe(1)
  expect(hallway.output()).toContain(Object.keys(settings).at(-1))
})
