import fc from 'fast-check'
import { expect, test } from 'vitest'
import { check } from '../../src/cli/check.ts'
import { pathForPeople } from '../../src/files/path-for-people.ts'
import { isNoteEnding } from '../../src/notes/is-note.ts'
import { readCorpus } from '../../src/notes/read-corpus.ts'
import { teaNote } from '../corpora/tea.ts'
import { runs } from '../helpers/runs.ts'
import { writeFolder } from '../helpers/temporary-folder.ts'

async function linesFor(files: Readonly<Record<string, string>>) {
  const folder = writeFolder(files)
  const lines: string[] = []
  await check(folder, (line) => lines.push(line))
  return { folder, lines: lines.map((line) => line.replaceAll(pathForPeople(folder), 'corpus')) }
}

test('names what is not served, a line a folder, with the reason', async () => {
  const { lines } = await linesFor({
    'teacon/kettles.md': teaNote('Kettles'),
    'teacon/README.md': '# TeaCon\nNotes from TeaCon.\n',
    'teacon/LICENSE.md': 'Take it.\n',
    'teacon/layouts/page.md': 'Page\n',
    'teacon/private/secret.md': teaNote('Secret'),
    'teacon/.gitignore': 'private/\n',
  })
  expect(lines.filter((line) => line.startsWith('  Not served'))).toEqual([
    '  Not served of corpus/teacon: LICENSE.md (no note by its name); README.md (introduces the folder, and holds no talks of its own); layouts (not looked into, by its name); private (named by a .gitignore).',
  ])
})

test('names it also if there is no note at all', async () => {
  const { lines } = await linesFor({ 'LICENSE.md': 'Take it.\n', 'requirements.txt': 'kettle\n' })
  expect(lines.join('\n')).toMatch(/Not served of corpus: LICENSE\.md, requirements\.txt/)
})

const folder = fc.constantFrom(
  '',
  'teacon/',
  'teacon/day 1/',
  '2024/06-June/',
  'teacon/demo/',
  '_people/',
  'templates/',
  'kettles/',
)
const name = fc.constantFrom(
  ...[
    'README.md',
    'index.md',
    '_index.md',
    'readme.rst',
    'kettles.md',
    'lids.txt',
    'LICENSE.md',
    'requirements.txt',
    'about.md',
  ],
  ...['event.yml', 'boil.py', '.gitignore'],
)
const text = fc.constantFrom(
  ...[
    '',
    'TODO\n',
    '# Kettles\nBy Ada Steam\n\nWater boils.\n',
    '# TeaCon\n- [Lids](lids.md)\n',
    '---\ndraft: true\n---\nLater.\n',
  ],
  ...[
    '# TeaCon 2024\n\n## Kettles\nSpeaker: Ada Steam\n\n## Lids\nSpeaker: Bo Boil\n',
    '---\ntitle: [\n---\n',
    'lids.txt\n',
  ],
)

test('in any folder, each text is served or named', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(folder, name, text), { minLength: 1, maxLength: 12 }),
      async (files) => {
        const written = Object.fromEntries(files.map(([at, of, held]) => [at + of, held]))
        const { folder: root, lines } = await linesFor(written)
        const served = new Set((await readCorpus(root)).talks.map(({ file }) => file))
        const isNamed = (path: string) => {
          const steps = ['corpus', ...path.split('/')]
          return steps.some((step, at) => {
            if (at === 0) return false
            const above = steps.slice(0, at).join('/')
            return lines.some(
              (line) =>
                line.includes(`${above}/${step}`) ||
                (line.startsWith(`  Not served of ${above}: `) && line.includes(` ${step}`)),
            )
          })
        }
        for (const path of Object.keys(written))
          if (isNoteEnding(path) && !served.has(pathForPeople(`${root}/${path}`)))
            expect([path, isNamed(path), lines]).toEqual([path, true, lines])
      },
    ),
    { numRuns: runs(40) },
  )
})
