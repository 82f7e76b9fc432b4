import { basename } from 'node:path'
import { recordsFile } from '../notes/file-names.ts'
import { withoutId } from '../notes/foreign/words/titles.ts'
import { readCorpus } from '../notes/read-corpus.ts'
import { foldName } from '../text/fold.ts'
import type { ImportedTalk } from './talk/imported-talk.ts'

/** Tells the rows that are notes of the corpus already, be these served as they lie or imported: by title and event. */
export async function readPages(
  corpus: string,
  linksTo: readonly string[] | undefined,
): Promise<(row: ImportedTalk) => boolean> {
  const { talks } = await readCorpus(corpus, linksTo)
  const pages = new Set(
    talks.flatMap(({ file, title, event }) =>
      basename(file) === recordsFile ? [] : [callOf(title, event.name)],
    ),
  )
  return ({ title, event }) => pages.has(callOf(title, event.name))
}

const callOf = (title: string, event: string): string =>
  JSON.stringify([foldName(title), foldName(withoutId(event))])
