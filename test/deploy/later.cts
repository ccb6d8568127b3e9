/** Preloaded into an action: its calendar is LATER_HOURS ahead. Timers run as ever. */
const ahead = Number(process.env.LATER_HOURS) * 60 * 60 * 1000;
const Now = Date;

globalThis.Date = new Proxy(Now, {
  construct: (target, args) => Reflect.construct(target, args.length === 0 ? [target.now() + ahead] : args),
  get: (target, name) => (name === "now" ? () => target.now() + ahead : Reflect.get(target, name)),
});
