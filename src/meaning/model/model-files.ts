/** What a model's folder holds, besides its description. */
export const modelFiles = ['model.onnx', 'tokenizer.json'] as const
export type ModelFile = (typeof modelFiles)[number]

/** The file that holds a model's description. */
export const descriptionFile = 'model.json'

/** A model's name is that of its folder too. */
export function isModelName(name: string): boolean {
  return /^[a-z0-9][a-z0-9.-]*$/.test(name)
}
