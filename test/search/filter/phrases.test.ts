import { expect, test } from 'vitest'
import { createLunrEngine } from '../../../src/search/lunr-engine.ts'
import { parseQuery } from '../../../src/search/query/parse-query.ts'
import { makeTalk } from '../../helpers/make-talk.ts'

test.each([
  ['The plug-in system', '"plugin system"', true],
  ['The plugin system', '"plug-in system"', true],
  ['The plug-in system', '"plug-in system"', true],
  ['E-mail sent late', '"email sent"', true],
  ['Ask our IT people', '"our it people"', true],
  ['Ask our IT people', '"our IT people"', true],
  ['Ask our people', '"our IT people"', false],
  ['Using os.path.join twice', '"os.path.join twice"', true],
  ['Using os.path.join twice', '"using os.path.join"', true],
  ['Compost for old roses', '"compost roses"', false],
  ['Compost', '"compost roses"', false],
])('in “%s” stands %s: %s', async (title, phrase, isThere) => {
  const engine = createLunrEngine({ talks: [makeTalk('note', { title })], version: 'phrases' })
  const { notices } = await engine.search(parseQuery(phrase))
  expect(notices.map(({ kind }) => kind)).toEqual(isThere ? [] : ['unknown-phrase'])
})
