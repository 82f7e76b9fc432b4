/** What TZ may hold: names of zones, and what only the C library understands. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { writeFolder } from '../helpers/temporary-folder.ts'
import { run, source } from './run-hallway.ts'

const notes = {
  'corpus/harbour-2019/event.yml': 'name: HarbourConf 2019\ntimezone: Europe/Rome\n',
  'corpus/harbour-2019/queues.md':
    '---\ntitle: Queues that forgive\ndate: 2019-05-02\ntime: "09:00"\n---\nQueues.\n',
}

async function asked(question: string, TZ: string): Promise<string> {
  const script = `(await import('${source('cli.ts')}')).run(['ask', ${JSON.stringify(question)}])`
  const env = { PATH: process.env.PATH, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE, TZ }
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    cwd: writeFolder(notes),
    env,
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      said += text
    })
  const [exitCode] = await once(child, 'close')
  expect([exitCode, said]).toEqual([0, expect.not.stringContaining('Error')])
  return said
}

test.each(['', ':/etc/localtime'])('what is on when is answered with TZ=%j', async (zone) => {
  expect(await asked('when is Queues that forgive?', zone)).toContain('09:00')
})

test('a start says that TZ is no time zone, and nothing of one that is, or of none', async () => {
  for (const [TZ, isTold] of [
    [':/etc/localtime', true],
    ['Europe/Rome', false],
    ['', false],
  ] as const) {
    const hallway = await run({ TZ, HALLWAY_CORPUS: 'nowhere' })
    expect(await hallway.exitCode()).toBe(1)
    expect(hallway.output().includes(`TZ is "${TZ}", which is no time zone`)).toBe(isTold)
  }
})
