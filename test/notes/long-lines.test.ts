/** Lines that nobody writes by hand are read in a time that grows with their length, wherever they stand. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readNote } from '../../src/notes/read-note.ts'
import { harbour } from '../corpora/harbour.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'

/** What makes regular expressions look again and again. */
const pieces = [
  ...[
    ' ',
    '\t',
    '\u00a0',
    '-',
    ' - ',
    '#',
    '.',
    '*',
    '_',
    '`',
    '"',
    '|',
    '+',
    '=',
    ':',
    ': ',
    ', ',
    '(',
    '[',
    '<',
  ],
  ...['0@', 'A ', ' by ', 'http:h', '{{<', '{% a', '{{', 'image:a[', '<<a,', '(a', 'day 1 ', '\\', '!['],
]
/** Characters of the long lines, and how many times shorter the ones are that they are compared with. */
const length = 80_000
const factor = 8
/**
 * How many times longer the long lines may take. What grows with the length takes 8 times as long, what grows with its square 64
 * times. Regular expressions do not count their steps, but how times grow hardly depends on what else the machine does.
 */
const maxGrowth = 24
/** Milliseconds of processor time: what takes less is quick enough, however it grows. With the square, the worst took 5 to 20 s. */
const quick = 1_000
/** Of several times the shortest counts: the others were disturbed. */
const maxTries = 3
/** Milliseconds, for a machine that does ten other things. */
const patience = 300_000

test.each(['md', 'org', 'adoc', 'rst', 'txt'])(
  'in files that end in .%s',
  { timeout: patience },
  async (ending) => {
    const folder = temporaryFolder()
    const slow: string[] = []
    for (const piece of pieces) {
      const growth = await growthOf((length) => timeToRead(notesWith(piece, length, ending), folder))
      if (growth > maxGrowth) slow.push(`${JSON.stringify(piece)}: ${Math.round(growth)} times`)
    }
    expect(slow).toEqual([])
  },
)

test('a time that grows with the square of the length is told from it', async () => {
  const time = async (length: number) => timeOf(async () => void /a+b/.exec('a'.repeat(length / 4)))
  expect(await growthOf(time, 0)).toBeGreaterThan(maxGrowth)
})

/** How many times longer the work takes at the whole length than at a part of it; 1 if it is quick. */
async function growthOf(timeAt: (length: number) => Promise<number>, quickTime = quick): Promise<number> {
  let [short, long] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let tries = 0; tries < maxTries; tries += 1) {
    short = Math.min(short, await timeAt(length / factor))
    long = Math.min(long, await timeAt(length))
    if (long < quickTime) return 1
    if (long / short <= maxGrowth) break
  }
  return long / short
}

/** Milliseconds of processor time. */
async function timeOf(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

const timeToRead = ({ texts, ending }: Notes, folder: string) =>
  timeOf(async () => {
    const context = { id: 'harbour-2019/a', stem: 'a', hasSiblings: false, event: harbour }
    const path = join(folder, `a.${ending}`)
    for (const text of texts) {
      writeFileSync(path, text)
      await readNote(path, { ...context, isNamedEvent: false, isStrict: false })
    }
  })

interface Notes {
  readonly texts: readonly string[]
  readonly ending: string
}

/** Notes that have a line of this length wherever there may be one. */
function notesWith(piece: string, length: number, ending: string): Notes {
  const line = piece.repeat(Math.ceil(length / piece.length))
  const mark = ending === 'org' ? '*' : ending === 'adoc' ? '=' : '#'
  const fields = ['title', 'speaker', 'date', 'tags', 'event'].map((key) => `${key}: T${line}x 2024-05-01`)
  const body = `${mark} T${line}x.\n\n${mark}${mark} Next${line}x\n\nwords${line}x.\n\nSpeaker: A${line}x\n`
  const texts = [
    `---\n${fields.join('\n')}\n---\n${body}conference:: T${line}x\n`,
    `${mark} Oars by Ada T${line}x\n\n${mark}${mark} Next\n\nspeaker:: A${line}x\ndate:: T${line}x 2024-05-01\n\n- It rows.\n`,
    `${mark} Oars\n${line}\n\t${line}x\n\n    ${line}\n    x${line}\n\n\`\`\`\n${line}\n${line}x\n\`\`\`\n`,
  ]
  return { texts, ending }
}
