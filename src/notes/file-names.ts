// What the files of a corpus are called that have names of their own. They stand apart from what reads them, since listing a
// corpus, which every start does, needs no parser.

/** The file of an event's folder that describes it. */
export const eventFile = 'event.yml'

/** The file of an event's folder that holds talks as records, one a line. */
export const recordsFile = 'talks.jsonl'

/** The file of the corpus folder that holds the team's synonyms. */
export const synonymsFile = 'synonyms.yml'
