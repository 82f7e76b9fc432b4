import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { tip } from '../../src/cli/show-tip.ts'
import { tips } from '../../src/cli/tips.ts'
import { readCorpus } from '../../src/notes/read-corpus.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { TipSettings } from '../../src/tips/settings/settings.ts'
import { tipsOf } from '../../src/tips/tip.ts'
import { silent } from '../helpers/silent-log.ts'
import { temporaryFolder, writeFolder } from '../helpers/temporary-folder.ts'

const note = (title: string, tag: string) =>
  `---\ntitle: ${title}\nspeakers: [Ada]\ntags: [${tag}]\n---\nAbout ${title}.\n\n## Takeaways\n- ${title} one.\n- ${title} two.\n`

const folder = writeFolder({
  'corpus/pycamp-2020/event.yml': 'name: PyCamp 2020\n',
  'corpus/pycamp-2020/kivy.md': note('Kivy', 'kivy'),
  'corpus/pycamp-2020/flask.md': note('Flask', 'flask'),
})
const [corpusFolder, dataFolder] = [join(folder, 'corpus'), join(folder, 'data')]

const monday = Date.UTC(2026, 10, 23, 12)

beforeAll(async () => {
  const store = await openStore({ dataFolder, logger: silent })
  const settings: TipSettings = {
    time: '09:30',
    zone: 'UTC',
    weekdays: [1, 2, 3, 4, 5],
    filter: { kind: 'all' },
    since: monday,
  }
  const save = (channelId: string, state: 'on' | 'off', more: Partial<TipSettings> = {}) =>
    store.saveTipSubscription({
      teamId: 'T1',
      channelId,
      state,
      settings: { ...settings, ...more },
      setUpBy: 'U1',
    })
  await save('C1', 'on', { skipHolidays: { country: 'US' } })
  await save('C2', 'off')
  await save('C40', 'on', {
    daysOff: [
      { first: '2026-11-20', last: '2026-11-20' },
      { first: '2026-11-27', last: '2026-11-30' },
    ],
    pausedUntil: '2026-11-26',
  })
  await save('C3', 'on', { filter: { kind: 'tags', tags: ['cobol'] } })
  await store.close()
})

function output() {
  const written = { stdout: '', stderr: '' }
  const to = (stream: keyof typeof written) => ({ write: (text: string) => (written[stream] += text) })
  return { written, streams: { stdout: to('stdout'), stderr: to('stderr') } }
}

describe('hallway tips --verdicts', () => {
  const judged = async (
    ...verdicts: readonly (readonly [teamId: string, at: number, userId: string, useful: boolean])[]
  ) => {
    const data = temporaryFolder()
    const all = (await readCorpus(corpusFolder)).talks.flatMap(tipsOf)
    const store = await openStore({ dataFolder: data, logger: silent })
    for (const [teamId, at, userId, useful] of verdicts)
      await store.saveVerdict(
        {
          teamId,
          subject: `tip:${all[at]?.id ?? 'gone'}`,
          userId,
          verdict: useful ? 'useful' : 'not-useful',
        },
        monday,
      )
    await store.close()
    return runTips(['--verdicts'], data)
  }

  test('tells of each tip how many found it useful, the least useful first, and of how many that are gone', async () => {
    const { exitCode, stdout } = await judged(
      ['T1', 0, 'U1', true],
      ['T1', 0, 'U2', true],
      ['T1', 2, 'U1', false],
      ['T1', 2, 'U2', true],
      ['T1', 3, 'U2', false],
      ['T1', 99, 'U2', false],
    )
    expect(exitCode).toBe(0)
    expect(stdout.replace(/\(\w+, .*\//g, '(')).toBe(
      [
        '0 useful, 1 not: Kivy two. (kivy.md:10)',
        '1 useful, 1 not: Kivy one. (kivy.md:9)',
        '2 useful, 0 not: Flask one. (flask.md:9)',
        '1 tip that people judged is no longer in the notes.\n',
      ].join('\n'),
    )
  })

  test('tells apart workspaces, if there are several', async () => {
    const { stdout } = await judged(['T1', 0, 'U1', true], ['T2', 0, 'U1', false])
    expect(stdout).toMatch(/^T1:\n1 useful, 0 not: Flask one\..+\nT2:\n0 useful, 1 not: Flask one\./)
  })

  test('says so if nobody has judged any', async () => {
    expect((await judged()).stdout).toMatch(/^Nobody has judged a tip yet/)
  })

  test('goes with no other option', async () => {
    expect(await runTips(['--verdicts', '--channel', 'C1'])).toMatchObject({ exitCode: 2 })
  })
})

async function runTip(...argv: string[]) {
  const { written, streams } = output()
  return { exitCode: await tip({ argv, corpusFolder, ...streams, random: () => 0 }), ...written }
}

async function runTips(argv: string[], data = dataFolder) {
  const { written, streams } = output()
  const exitCode = await tips({ argv, corpusFolder, dataFolder: data, ...streams, now: () => monday })
  return { exitCode, ...written }
}

describe('hallway tip', () => {
  test('prints a takeaway with its talk and where it stands', async () => {
    const { exitCode, stdout } = await runTip()
    expect(exitCode).toBe(0)
    expect(stdout).toMatch(/^Flask one\.\n\n {2}Flask, by Ada \(PyCamp 2020\)\n {2}.*flask\.md:9\n$/)
  })

  test('draws from what is asked for', async () => {
    expect((await runTip('about', 'kivy')).stdout).toMatch(/^Kivy one\./)
    expect((await runTip('from', 'pycamp')).exitCode).toBe(0)
  })

  test.each([
    [['by', 'Nobody'], 'No talk with takeaways is by “Nobody”.'],
    [['by', 'Add'], 'No talk with takeaways is by “Add”. Did you mean “Ada”?'],
    [['about', 'kivvy'], 'No talk with takeaways has the tag “kivvy”. Did you mean “kivy”?'],
    [
      ['from', 'pycomp 2020'],
      'The notes hold no takeaways of an event “pycomp 2020”. Did you mean “PyCamp 2020”?',
    ],
  ])('says that there is none %j, and which name was meant', async (words, problem) => {
    expect(await runTip(...words)).toEqual({ exitCode: 1, stdout: '', stderr: `hallway: ${problem}\n` })
  })

  test('explains itself where it does not understand', async () => {
    expect(await runTip('at', '9')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('Usage') })
  })
})

describe('hallway tips', () => {
  test('shows what will be posted and when, without repeating a tip', async () => {
    const { exitCode, stdout } = await runTips(['--channel', 'C1', '--next', '4'])
    const [title, ...days] = stdout.trimEnd().split('\n')
    expect(exitCode).toBe(0)
    expect(title).toBe(
      'C1: Weekdays at 9:30 (UTC), except public holidays in United States, from all notes. Next: Tuesday 24 November, 9:30.',
    )
    // Thursday is Thanksgiving.
    expect(days.map((line) => line.split(',')[0])).toEqual([
      'Tuesday 24 November',
      'Wednesday 25 November',
      'Friday 27 November',
      'Monday 30 November',
    ])
    expect(new Set(days.map((line) => /: (\w+ \w+)\./.exec(line)?.[1])).size).toBe(4)
  })

  test('shows first what Slack holds already', async () => {
    const channel = { teamId: 'T1', channelId: 'C4' }
    const store = await openStore({ dataFolder, logger: silent })
    const settings = { time: '12:30', zone: 'UTC', weekdays: [1, 2], filter: { kind: 'all' }, since: monday }
    const saved = (await store.saveTipSubscription({ ...channel, state: 'on', settings, setUpBy: 'U1' }))!
    const lease = await store.claimTip({ ...channel, occasion: '2026-11-23' }, monday, 60_000)
    const [first] = (await readCorpus(corpusFolder)).talks.flatMap(tipsOf)
    await store.planTip(lease!, { tipId: first!.id, talkId: first!.talk.id, round: 0 })
    const appearsAt = monday + 30 * 60_000
    await store.finishTip(lease!, { state: 'posted', messageTs: 'Q1', appearsAt })
    await store.setNextTip(saved, appearsAt + 24 * 60 * 60_000, monday)
    await store.close()
    const [title, ...days] = (await runTips(['--channel', 'C4', '--next', '3'])).stdout.trimEnd().split('\n')
    expect(title).toContain('Next: Monday 23 November, 12:30.')
    expect(days[0]).toContain(`Monday 23 November, 12:30: ${first!.passage.text}`)
    expect(days.map((day) => day.split(',')[0])).toEqual([
      'Monday 23 November',
      'Tuesday 24 November',
      'Monday 30 November',
    ])
  })

  test.each<[why: string, argv: string[], exitCode: number, text: string]>([
    ['tips are off', ['--channel', 'C2'], 0, 'C2: tips are off.'],
    ['no note fits', ['--channel', 'C3'], 1, 'talks about cobol'],
    ['nothing is set up', ['--channel', 'C9'], 1, 'no tips are set up in C9'],
    ['the channel is not named', [], 2, 'which channel?'],
    ['the number is none', ['--channel', 'C1', '--next', 'many'], 2, '1 to 366'],
    ['a value is missing', ['--channel'], 2, '--channel needs a value'],
    ['an option is unknown', ['--chanel', 'C1'], 2, 'no option --chanel; did you mean --channel?'],
  ])('says so where %s', async (_, argv, exitCode, text) => {
    const result = await runTips(argv)
    expect(result.exitCode).toBe(exitCode)
    expect(result.stdout + result.stderr).toContain(text)
  })

  test('makes no database where there is none', async () => {
    const nowhere = join(folder, 'nowhere')
    expect(await runTips(['--channel', 'C1'], nowhere)).toMatchObject({ exitCode: 1 })
    expect(existsSync(nowhere)).toBe(false)
  })
})

test('days off and a pause are told, and have no tips', async () => {
  const { stdout } = await runTips(['--channel', 'C40', '--next', '2'])
  expect(stdout).toMatch(
    /^C40: Weekdays at 9:30 \(UTC\), from all notes\. Days off: 27 to 30 November 2026\. Next: Thursday 26 November, 9:30\. Paused until Thursday 26 November 2026\.\nThursday 26 November, 9:30: .*\nTuesday 1 December, 9:30: /,
  )
})
