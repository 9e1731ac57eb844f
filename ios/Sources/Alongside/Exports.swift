// The records, enums, ports and the error of the core are the field's own words, and used as they are: whoever imports
// `Alongside` has them. The generated object `Companion` comes with them; nobody but `Phone` uses it, and a test looks.
@_exported import AlongsideCore
