import type { Logger } from '@slack/bolt'
import type { Config } from './config/config.ts'
import type { SearchCluster } from './config/sources.ts'
import { type Environment, repositoryVariables } from './config/variables.ts'
import { whyNoFolder } from './files/why-no-folder.ts'
import { IndexingFailure, indexingFailure } from './library/indexing-failure.ts'
import { type Library, openLibrary } from './library/library.ts'
import { createMeaning, type Meaning } from './meaning/meaning.ts'
import type { Corpus } from './notes/corpus.ts'
import { formatGroup, groupProblems } from './notes/group-problems.ts'
import { type Problem, problemsToMend } from './notes/problem.ts'
import { GitFailure, shownUrl } from './repository/git.ts'
import { openRepositoryCopy, type RepositoryCopy } from './repository/repository-copy.ts'
import { ClusterError, clusterError } from './search/opensearch/cluster-error.ts'
import type { ClusterSearch } from './search/opensearch/cluster-search.ts'
import { commandToType } from './text/command-to-type.ts'
import { whyNoNotes } from './why-no-notes.ts'

/** The notes that all who ask are answered from, and what searches them and keeps them up. */
export interface OpenNotes {
  readonly library: Library
  readonly meaning: Meaning
  /** The repository that they are pulled from, if there is one. */
  readonly repository: RepositoryCopy | undefined
  /** The search in a cluster, if one is named. */
  readonly search: ClusterSearch | undefined
}

/** Why there is nothing to answer from, a line each. */
interface NothingToServe {
  readonly reasons: readonly string[]
}

/** Opens the notes; undefined if each workspace has notes of its own, and there are none for all. */
export async function openNotes(
  config: Config,
  { env, log }: { readonly env: Environment; readonly log: Logger },
): Promise<OpenNotes | NothingToServe | undefined> {
  const whyNone = config.corpora && (await whyNoFolder(config.corpora))
  if (whyNone)
    return nothing(
      `HALLWAY_CORPORA names ${config.corpora}, which ${whyNone}. Set it to the folder with the notes of each workspace.`,
    )
  if (config.connection.kind === 'many' && config.corpora !== undefined && config.corpusFor.length === 0)
    return undefined
  const repository = config.notesGit && (await openRepositoryCopy(config.notesGit, { log }).catch(gitFailure))
  if (repository instanceof GitFailure) return nothing(whyNotPulled(repository, config, env))
  const { corpus: folder, linksTo, dataFolder } = config
  const meaning = createMeaning({ dataFolder, corpusFolder: folder, wanted: config.meaning, log })
  const search = config.search && (await searchIn(config.search, log).catch(clusterError))
  if (search instanceof ClusterError) return nothing(search.message)
  const library = await openLibrary({
    folder,
    linksTo,
    dataFolder,
    log,
    meaning: meaning.serve,
    search: search?.serve,
    maxIndexed: config.search?.maxIndexed,
  }).catch(indexingFailure)
  if (library instanceof IndexingFailure) return nothing(library.message)
  const { corpus } = library.current()
  if (corpus.talks.length === 0) return nothing(...(await whyEmpty(corpus, folder, repository)))
  return { library, meaning, repository, search }
}

const nothing = (...reasons: readonly string[]): NothingToServe => ({ reasons })

/** What is wrong with the notes that are served, in a few lines; none if nothing is. */
export function describeProblems({ problems }: Corpus, folder: string): readonly string[] {
  const toMend = problemsToMend(problems)
  const count = toMend.length
  if (count === 0) return []
  const counted = count === 1 ? 'a problem' : `${count} problems`
  return [
    `The notes have ${counted}: run ${commandToType('check', folder)} to see all.`,
    ...firstGroups(toMend),
  ]
}

/** Loaded if a cluster is named: most have none. */
async function searchIn(cluster: SearchCluster, log: Logger): Promise<ClusterSearch> {
  const { openClusterSearch } = await import('./library/open-cluster-search.ts')
  return openClusterSearch(cluster, log)
}

function whyNotPulled(failure: GitFailure, { notesGit }: Config, env: Environment): string {
  const set = ['HALLWAY_NOTES_GIT', ...repositoryVariables.filter((name) => env[name]?.trim())]
  return `The notes cannot be pulled from ${shownUrl(notesGit!.url)}: ${failure.message}. Look at ${set.join(' and ')}.`
}

async function whyEmpty(
  corpus: Corpus,
  folder: string,
  repository: RepositoryCopy | undefined,
): Promise<readonly string[]> {
  const whyGone = repository ? undefined : await whyNoNotes({ corpusFolder: folder })
  if (whyGone !== undefined) return [whyGone]
  const todo = repository
    ? 'Set HALLWAY_NOTES_GIT to the repository of your notes, and HALLWAY_NOTES_FOLDER to their folder in it.'
    : 'Set HALLWAY_CORPUS to the folder of your notes.'
  const problems = corpus.problems.filter(({ isStyle }) => !isStyle)
  return [`No notes to answer from in ${repository?.shownUrl ?? folder}. ${todo}`, ...firstGroups(problems)]
}

/** The first kinds of problems, those that keep a file from being served before the others. */
const firstGroups = (problems: readonly Problem[]): readonly string[] =>
  groupProblems(problems)
    .slice(0, 3)
    .map((group) => `  ${formatGroup(group)}`)

function gitFailure(error: unknown): GitFailure {
  if (error instanceof GitFailure) return error
  throw error
}
