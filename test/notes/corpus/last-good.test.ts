import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { check } from '../../../src/cli/check.ts'
import type { Problem } from '../../../src/notes/problem.ts'
import { readNotes } from '../../../src/notes/read-corpus.ts'
import { teaNote } from '../../corpora/tea.ts'
import { runs } from '../../helpers/runs.ts'
import { writeFolder } from '../../helpers/temporary-folder.ts'

const errorsOf = (problems: readonly Problem[]) => problems.filter(({ severity }) => severity === 'error')

/** What is wrong and where, without what is served instead. */
const judgementOf = ({ file: _, message, ...rest }: Problem) => ({
  ...rest,
  message: message.replace(/; (?:it is served by what its lines say|what it said before is served)$/, ''),
})

/** A note that was whole is edited: what the bot says that had read it, one that starts anew, and `hallway check`. */
async function edited(note: string) {
  const folder = writeFolder({ 'potcon/event.yml': 'name: PotCon', 'potcon/lids.md': teaNote('Lids') })
  const { files: earlier } = await readNotes(folder)
  await writeFile(join(folder, 'potcon/lids.md'), note)
  const [running, anew, code] = [
    await readNotes(folder, { earlier, keepLastGood: true }),
    await readNotes(folder),
    await check(folder, () => {}),
  ]
  return { running: running.corpus, anew: anew.corpus, code }
}

const rest = 'Lids keep tea warm.\n'

describe('what is wrong with a note is the same to the bot that has read it whole, to one that starts, and to check', () => {
  test.each([
    ['a bracket', `---\ntitle: Cosies\ntags: [a, b\n---\n${rest}`, 1],
    ['a quote', `---\ntitle: "Cosies\n---\n${rest}`, 1],
    ['a colon', `---\ntitle: Cosies: a study\n---\n${rest}`, 1],
    ['no end', `---\ntitle: Cosies\n\n${rest}`, 1],
    ['TOML', `+++\ntitle = "Cosies\n+++\n${rest}`, 1],
    ['front matter alone', '---\ntitle: [\n---\n', 1],
    ['nothing', '', 1],
    ['a day that there is not', `---\ntitle: Cosies\ndate: 2024-02-31\n---\n${rest}`, 0],
    ['a key that comes twice', `---\ntitle: Cups\ntitle: Cosies\n---\n${rest}`, 0],
    ['soundness', `---\ntitle: Cosies\n---\n${rest}`, 0],
  ] as const)('%s', async (_, note, wanted) => {
    const { running, anew, code } = await edited(note)
    expect(code).toBe(wanted)
    expect(errorsOf(running.problems)).toHaveLength(wanted)
    expect(errorsOf(running.problems).map(judgementOf)).toEqual(errorsOf(anew.problems).map(judgementOf))
    // It is said what is served, and that is true.
    expect(running.talks.map(({ title }) => title)).toEqual([wanted === 1 ? 'Lids' : 'Cosies'])
    for (const { message } of errorsOf(running.problems))
      expect(message).toMatch(/; what it said before is served$/)
    for (const { message } of errorsOf(anew.problems))
      expect(message.endsWith('; it is served by what its lines say')).toBe(anew.talks.length > 0)
  })

  test('whatever slips into its front matter', async () => {
    const sound = '---\ntitle: "Cosies, and more"\ntags: [one, two]\ndate: 2024-05-01\n---\n'
    const slip = fc.record({
      at: fc.nat({ max: sound.length }),
      cut: fc.nat({ max: 4 }),
      put: fc.constantFrom('', '"', '[', ']', '{', ':', '\t', '#', '\n', '- '),
    })
    await fc.assert(
      fc.asyncProperty(slip, async ({ at, cut, put }) => {
        const { running, anew, code } = await edited(
          `${sound.slice(0, at)}${put}${sound.slice(at + cut)}${rest}`,
        )
        expect(errorsOf(running.problems).map(judgementOf)).toEqual(errorsOf(anew.problems).map(judgementOf))
        expect(code).toBe(errorsOf(running.problems).length > 0 ? 1 : 0)
      }),
      { numRuns: runs(150) },
    )
  })
})

test('of a note that is broken from the start, what its lines say goes on to be served as it changes', async () => {
  const broken = (title: string) => `---\ntitle: ${title}\ntags: [a, b\n---\n${rest}`
  const folder = writeFolder({ 'potcon/lids.md': broken('Lids') })
  const { files: earlier } = await readNotes(folder)
  await writeFile(join(folder, 'potcon/lids.md'), broken('Cosies'))
  const { corpus } = await readNotes(folder, { earlier, keepLastGood: true })
  expect(corpus.talks.map(({ title }) => title)).toEqual(['Cosies'])
  expect(errorsOf(corpus.problems)[0]?.message).toMatch(/; it is served by what its lines say$/)
})

test.each(['name: PotCon\nsplit: none\n', 'split: none\n'])(
  'an event.yml that breaks goes on to say which notes are split: %j',
  async (text) => {
    const folder = writeFolder({
      'potcon/event.yml': text,
      'potcon/lids.md':
        '# Lids\n\n## Lids that close, by Ada Pier\n\nThey close.\n\n## Lids that hold, by Ben Quay\n\nThey hold.\n',
    })
    const { files: earlier, corpus: whole } = await readNotes(folder)
    await writeFile(join(folder, 'potcon/event.yml'), 'name: "PotCon\n')
    const { corpus } = await readNotes(folder, { earlier, keepLastGood: true })
    expect(errorsOf(corpus.problems)[0]?.message).toMatch(/; what it said before is served$/)
    expect(corpus.talks).toEqual(whole.talks)
  },
)
