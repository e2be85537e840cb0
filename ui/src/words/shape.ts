/** A catalogue in another language: the keys of English, each with a text of its own. */
export type Words<Catalogue> = { readonly [Key in keyof Catalogue]: Catalogue[Key] extends string ? string : Words<Catalogue[Key]> };
