import { defaultParameters, type RankingParameters } from '../../src/search/rank/parameters.ts'

/** Where a parameter stands: `proximity.weight`. */
export type ParameterPath = PathIn<RankingParameters>

type PathIn<Group> = {
  [Key in keyof Group & string]: Group[Key] extends Leaf ? Key : `${Key}.${PathIn<Group[Key]>}`
}[keyof Group & string]

type Leaf = number | boolean

type Group = { readonly [key: string]: Leaf | Group }

export const parameterPaths = pathsIn(defaultParameters) as readonly ParameterPath[]

export function readParameter(parameters: RankingParameters, path: ParameterPath): Leaf {
  return keysOf(path).reduce<Leaf | Group>((group, key) => (group as Group)[key]!, parameters) as Leaf
}

/** The same parameters but for one. */
export function withParameter(
  parameters: RankingParameters,
  path: ParameterPath,
  value: Leaf,
): RankingParameters {
  return replaceIn(parameters, keysOf(path), value) as unknown as RankingParameters
}

function replaceIn(group: Group, [key, ...rest]: readonly string[], value: Leaf): Group {
  if (rest.length === 0) return { ...group, [key!]: value }
  return { ...group, [key!]: replaceIn(group[key!] as Group, rest, value) }
}

function keysOf(path: ParameterPath): readonly string[] {
  return path.split('.')
}

function pathsIn(group: Group): string[] {
  return Object.entries(group).flatMap(([key, value]) =>
    typeof value === 'object' ? pathsIn(value).map((path) => `${key}.${path}`) : key,
  )
}
