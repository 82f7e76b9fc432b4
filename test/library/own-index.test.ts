import { expect, onTestFinished, test } from 'vitest'
import { type LibraryOptions, openLibrary } from '../../src/library/library.ts'
import { SearchAway } from '../../src/search/search-away.ts'
import { teaCorpus } from '../corpora/tea.ts'
import { silent } from '../helpers/silent-log.ts'
import { temporaryFolder, writeFolder } from '../helpers/temporary-folder.ts'

/** The notes, beside a cluster that never answers, so that what this process has answers. */
async function openNotes(parts: Pick<LibraryOptions, 'folder' | 'dataFolder' | 'maxIndexed' | 'search'>) {
  const library = await openLibrary({ search: (_, own) => own, log: silent, ...parts })
  onTestFinished(() => library.close())
  return library
}

const places = () => ({ folder: writeFolder(teaCorpus), dataFolder: temporaryFolder() })

test('more notes than a process may index are served without an index, and who asks hears that search is away', async () => {
  const library = await openNotes({ ...places(), maxIndexed: 2 })
  const answers = library.current()
  expect(answers.corpus.talks).toHaveLength(3)
  expect(await answers.answerQuestion('kettles')).toMatchObject({
    kind: 'none',
    reason: 'away',
    explanation: expect.stringContaining('Search is away'),
    suggestions: [expect.stringContaining('Ask again'), expect.stringContaining('log')],
  })
  expect(await answers.suggest('kett', 5)).toEqual([])
  await expect(answers.similarTalks(answers.corpus.talks[0]!.id)).rejects.toThrow(SearchAway)
  expect(answers.exampleQuestions.length).toBeGreaterThan(0)
})

test('the bound holds after a restart too, whether it was raised or lowered since', async () => {
  const at = places()
  const kindOf = async (maxIndexed: number) => {
    const library = await openNotes({ ...at, maxIndexed })
    const { kind } = await library.current().answerQuestion('kettles')
    await library.close()
    return kind
  }
  expect([await kindOf(2), await kindOf(2), await kindOf(3), await kindOf(3), await kindOf(0)]).toEqual([
    ...['none', 'none', 'found', 'found', 'none'],
  ])
})

test('without a cluster the bound means nothing', async () => {
  const library = await openNotes({ ...places(), maxIndexed: 0, search: undefined })
  expect(await library.current().answerQuestion('kettles')).toMatchObject({ kind: 'found' })
})
