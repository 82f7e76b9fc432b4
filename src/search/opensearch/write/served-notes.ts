import type { Corpus } from '../../../notes/corpus.ts'
import type { MeaningOfTalks } from '../../rank/semantic-similarity.ts'
import type { SearchData } from '../../search-data.ts'

/** Notes as they are served. */
export interface ServedNotes {
  readonly corpus: Pick<Corpus, 'talks' | 'version' | 'synonyms'>
  /** Undefined if the talks have no index in this process: then nothing stands in for the cluster. */
  readonly search: SearchData | undefined
  readonly meaning?: MeaningOfTalks | undefined
}

export const hasOwnIndex = ({ search }: ServedNotes): boolean => search !== undefined
