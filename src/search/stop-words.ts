/** Lucene's English stop words: so frequent that neither notes nor questions are found by them. */
const documentStopWords =
  listOf(`a an and are as at be but by for if in into is it no not of on or such that the their
  then there these they this to was will with`)

export function isDocumentStopWord(word: string): boolean {
  return documentStopWords.has(word)
}

function listOf(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/))
}
