import { parseQuery } from '../../../search/query/parse-query.ts'
import type { SearchEngine } from '../../../search/search-engine.ts'

/** “What's next?” is rarely meant as the title of a talk. */
const minWords = 3

/** Whether a text is a talk's title as it is written, and so names that talk whatever it says: “Lightning talks, day 2”. */
export async function isTitle(text: string, engine: SearchEngine): Promise<boolean> {
  const bare = withoutEnd(text)
  if (bare.split(/\s+/).length < minWords) return false
  const { results } = await engine.search(parseQuery(text), { limit: 1, spelling: false })
  return results.some(({ talk }) => withoutEnd(talk.title) === bare)
}

const withoutEnd = (text: string) => text.trim().replace(/(?<![\s?!.])[\s?!.]+$/, '')
