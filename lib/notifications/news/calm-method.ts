/** The kinds that reach one person alone and need wake nobody. */
const calmKinds = ["email", "ntfy", "web-push"];

/** Over which of a person's methods, in their order, they are told what is no page; undefined where none suits. */
export const calmMethod = <Method extends { kind: string; isFailing?: boolean }>(
  methods: readonly Method[],
): Method | undefined => {
  const calm = methods.filter(({ kind }) => calmKinds.includes(kind));
  return calm.find(({ isFailing }) => !isFailing) ?? calm[0];
};
