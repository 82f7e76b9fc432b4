import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { withPlan } from '../../src/import/import-talks.ts'
import { writeEvent } from '../../src/import/write/write-import.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'

const page = (sign: string) =>
  `<html><body><h1>Caf${sign}Conf</h1>` +
  `<h2>Caf${sign} tides</h2><p>Speaker: Ada Pier</p><p>They turn each day at sea.</p>` +
  '<h2>Knots</h2><p>Speaker: Bob Smith</p><p>They hold for years on end.</p></body></html>'

/** What is new of a page, and what its events' folders are called, when it is imported. */
async function imported(text: string, folder: string) {
  const path = join(folder, 'talks.html')
  writeFileSync(path, text)
  const into = join(folder, 'corpus')
  return await withPlan({ path, into }, async ({ counts, events, gone }) => {
    for (const event of events) await writeEvent(event, into)
    return { new: counts.new, changed: counts.changed, gone, folders: events.map(({ id }) => id) }
  })
}

test('a talk and an event that were imported when letters that HTML names stayed as they were typed are the same', async () => {
  const folder = temporaryFolder()
  const folders = ['caf-eacute-conf']
  // Web pages are read by their tags and by their signs: what is left is `&eacute;`, as such letters stayed before.
  expect(await imported(page('&amp;amp;eacute;'), folder)).toEqual({ new: 2, changed: 0, gone: [], folders })
  expect(await imported(page('&eacute;'), folder)).toEqual({ new: 0, changed: 0, gone: [], folders })
  expect(await imported(page('&eacute;'), temporaryFolder())).toMatchObject({ new: 2, folders: ['cafeconf'] })
})
