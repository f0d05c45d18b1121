const { DatabaseSync } = require("node:sqlite");

// What the server and its query builder use of better-sqlite3, on the SQLite that Node brings.

/** By SQLite's extended result codes: the server tells by the names what to try again. */
const names = {
  5: "SQLITE_BUSY",
  6: "SQLITE_LOCKED",
  19: "SQLITE_CONSTRAINT",
  261: "SQLITE_BUSY_RECOVERY",
  517: "SQLITE_BUSY_SNAPSHOT",
  1299: "SQLITE_CONSTRAINT_NOTNULL",
  1555: "SQLITE_CONSTRAINT_PRIMARYKEY",
  2067: "SQLITE_CONSTRAINT_UNIQUE",
};

class SqliteError extends Error {
  constructor(message, code) {
    super(message);
    this.name = "SqliteError";
    this.code = code;
  }
}

function translating(work) {
  try {
    return work();
  } catch (error) {
    if (error.code !== "ERR_SQLITE_ERROR") throw error;
    throw new SqliteError(error.message, names[error.errcode] ?? "SQLITE_ERROR");
  }
}

const asBuffer = (value) =>
  value instanceof Uint8Array
    ? Buffer.from(value.buffer, value.byteOffset, value.byteLength)
    : value;
const asRow = (row) =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, asBuffer(value)]));

class Statement {
  #statement;
  constructor(statement) {
    this.#statement = statement;
    this.reader = statement.columns().length > 0;
  }
  all(parameters = []) {
    return translating(() => this.#statement.all(...parameters).map(asRow));
  }
  run(parameters = []) {
    return translating(() => this.#statement.run(...parameters));
  }
}

class Database {
  #database;
  constructor(path, { timeout = 5000 } = {}) {
    this.#database = translating(() => new DatabaseSync(path, { timeout }));
  }
  prepare(sql) {
    return translating(() => new Statement(this.#database.prepare(sql)));
  }
  pragma(text) {
    return this.prepare(`PRAGMA ${text}`).all();
  }
  close() {
    this.#database.close();
  }
}

module.exports = Database;
module.exports.SqliteError = SqliteError;
