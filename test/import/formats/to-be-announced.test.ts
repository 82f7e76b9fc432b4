import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { withPlan } from '../../../src/import/import-talks.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'
import { readContent } from '../read-content.ts'

const video = 'https://www.youtube.com/watch?v=abcdefghijk'
const table = (...rows: readonly string[]) =>
  ['Title,Speaker,Abstract,Video,Website', 'Tides,Ada Pier,They turn.,,', ...rows, ''].join('\n')

test.each([
  ['nothing else', 'TBA,,,,', false],
  ['a page of its own', 'Title to be announced,,,,https://oars.example/5', false],
  ['somebody who speaks', 'TBA,Bob Smith,,,', true],
  ['an abstract', 'To be announced,,We see how far the tide goes up the river.,,', true],
  ['a video', `TBA,,,${video},`, true],
])('a row whose title keeps a place, with %s', async (_, row, isTalk) => {
  const { talks } = await readContent(table(row), 'talks.csv')
  expect(talks).toHaveLength(isTalk ? 2 : 1)
})

test.each([
  ['a page of its own', '<url>https://oars.example/5</url>', false],
  ['slides', '<links><link href="https://oars.example/5.pdf" type="slides">Slides</link></links>', true],
])('an entry of a schedule whose title keeps a place, with %s', async (_, more, isTalk) => {
  const schedule = `<schedule><conference><title>OarConf</title></conference><day date="2026-05-10"><room name="A"><event id="1"><title>TBA</title><abstract/><persons/>${more}</event></room></day></schedule>`
  const { talks } = await readContent(schedule, 'schedule.xml')
  expect(talks).toHaveLength(isTalk ? 1 : 0)
})

test('the preview says which are left out, and why', async () => {
  const folder = temporaryFolder()
  const path = join(folder, 'talks.csv')
  writeFileSync(path, table('TBA,,,,', 'Lunch,,,,', 'TBC,,,,', 'TBD,,,,', 'TBA,,,,'))
  await withPlan({ path, into: join(folder, 'corpus') }, async ({ hints, passed }) => {
    expect(passed).toBe(5)
    expect(hints).toContainEqual(
      expect.stringMatching(
        /^To be announced, so left out: \S*talks\.csv, row 3; .* row 5; .* row 6; and 1 more\./,
      ),
    )
  })
})
