/**
 * Lucene's English stop words (`EnglishAnalyzer.ENGLISH_STOP_WORDS_SET`): so frequent that neither notes nor questions are
 * found by them. The list is taken whole; no other word belongs here.
 */
export const documentStopWordList = `a an and are as at be but by for if in into is it no not of on or such that the their
  then there these they this to was will with`
