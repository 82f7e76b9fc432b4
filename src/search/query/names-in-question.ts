import type { Query, QueryWord } from './query.ts'

/**
 * The names that a question says, each as its words: runs of words that are written as names are (`Windows Phone`, `OAuth`,
 * `Python 3`). A capital tells nothing at the beginning of a sentence, nor in a question that is all capitals or a title.
 */
export function namesInQuestion({ text, words }: Pick<Query, 'text' | 'words'>): QueryWord[][] {
  const topics = words.filter(({ use }) => use === 'topic')
  const capitals = topics.filter(({ text: word }) => /^\p{Lu}/u.test(word))
  if (topics.length > 2 && capitals.length > maxShareOfCapitals * words.length) return []
  const names: QueryWord[][] = []
  for (const word of topics.filter((topic) => topic.role !== 'generic' && isName(topic, text))) {
    const last = names.at(-1)?.at(-1)
    if (last && /^\s+$/.test(text.slice(last.end, word.start))) names.at(-1)!.push(word)
    else names.push([word])
  }
  return names
}

const maxShareOfCapitals = 0.6

function isName({ text: word, start }: QueryWord, question: string): boolean {
  if (/\p{L}\p{N}|[\p{L}\p{N}][_+#]|\p{L}\p{Lu}/u.test(word)) return true
  return /^\p{Lu}/u.test(word) && !/(^|[.?!…]\s+)["'“‘«(]*$/u.test(question.slice(0, start))
}
