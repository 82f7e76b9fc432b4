import { expect, test } from 'vitest'
import { check } from '../../src/cli/check.ts'
import { teaCorpus, teaNote } from '../corpora/tea.ts'
import { writeFolder } from '../helpers/temporary-folder.ts'

async function run(files: Readonly<Record<string, string>>) {
  const folder = writeFolder(files)
  const lines: string[] = []
  const code = await check(folder, (line) => lines.push(line))
  return { code, lines: lines.map((line) => line.replace(/^\S*hallway-test-\w+/, 'corpus')) }
}

test('says so when all is well, and exits 0', async () => {
  expect(await run(teaCorpus)).toEqual({ code: 0, lines: ['3 talks of 2 events, no problems'] })
})

test('prints problems by file and line and a count, and exits 1', async () => {
  const { code, lines } = await run({
    'potcon/event.yml': 'name: PotCon',
    'potcon/cups.md': teaNote('Cups'),
    'potcon/pots.md': '---\nkind: tlak\ntitel: Pots\n---\nPots.\n',
    'potcon/lids.md': teaNote('Lids').replace('\ntags: [tea]', ''),
  })
  expect(code).toBe(1)
  expect(lines.map((line) => line.split(' (')[0])).toEqual([
    'corpus/potcon/lids.md:1:1 warning: no tags',
    'corpus/potcon/pots.md:1:1 error: `title` is missing or empty',
    'corpus/potcon/pots.md:2:7 error: `kind` is "tlak"',
    'corpus/potcon/pots.md:3:1 error: unknown key `titel`',
    'corpus/potcon/pots.md:4:1 warning: no takeaways',
    '2 talks of 1 event, 3 errors, 2 warnings',
  ])
})

test('a warning alone exits 1 as well', async () => {
  const { code, lines } = await run({ ...teaCorpus, 'loose.md': teaNote('Loose') })
  expect(code).toBe(1)
  expect(lines.at(-1)).toBe('3 talks of 2 events, 0 errors, 1 warning')
})
