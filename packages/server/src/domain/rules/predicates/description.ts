import { placeInProduct } from '../facts.ts'
import { nothing, type ProductPredicate, textListArgument, wholeNumberArgument } from '../predicate.ts'

/** The description names the article: enough words, and not only words that fit any goods. */
export const articleDescribed: ProductPredicate = {
  codes: () => ['MISSING_DATA', 'INVALID_DATA'],
  args: ['minWords', 'genericWords'],
  reads: () => ['description'],
  bind: (args) => {
    const minWords = wholeNumberArgument(args, 'minWords')
    const genericWords = new Set(textListArgument(args, 'genericWords'))
    return (facts) => {
      const description = facts.product.description?.trim() ?? ''
      const words = description.toLowerCase().match(wordPattern) ?? []
      const isSpecific = words.length >= minWords && words.some((word) => !genericWords.has(word))
      if (isSpecific) return nothing
      return [
        {
          code: description === '' ? 'MISSING_DATA' : 'INVALID_DATA',
          field: 'description',
          place: placeInProduct(facts, 'description'),
          values: { value: description, minWords: String(minWords) },
        },
      ]
    }
  },
}

/** A run of letters and digits with what joins them inside one word: "T-shirt" and "men's" are one word each. */
const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*/gu
