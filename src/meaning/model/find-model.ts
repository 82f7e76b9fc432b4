import { join } from 'node:path'
import { howToGetAnew } from './known-models.ts'
import { installedModels, type Model, modelsFolder } from './model-folder.ts'

/**
 * The model that answers use: the one that is named, or else the one that was installed last. None, without a problem, if
 * there is none or meaning is switched off.
 * @param wanted `off`, a model's name, or undefined
 */
export async function findModel(
  dataFolder: string,
  wanted: string | undefined,
): Promise<{ readonly model?: Model; readonly problem?: string }> {
  if (wanted === 'off') return {}
  const name = wanted ?? (await installedModels(dataFolder))[0]
  if (name === undefined) return {}
  // Loaded if there may be a model: most have none.
  const { readModel } = await import('./read-model.ts')
  const { model, problem } = await readModel(join(modelsFolder(dataFolder), name))
  if (model) return { model }
  if (problem !== undefined) return { problem: `${problem}: ${howToGetAnew(name)}` }
  return {
    problem: `HALLWAY_MEANING names the model “${name}”, which is not installed: \`npx hallway model\` tells which are, and “off” switches search by meaning off.`,
  }
}
