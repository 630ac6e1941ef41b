"""Apache Spark: the same functions on many machines. Needs the extra `spark`, and rasad installed wherever Spark runs.

What happens, in this order; every step leaves its result under `checkpoints/`, and a run that was stopped goes on with
the first step that is not done.

    sources.py   the input files are listed; each is read where Spark puts it
    reading.py   pages are dealt out evenly and analysed; a page that cannot be is a row with its reason
    tables.py    records become the tables of schema.sql, as Parquet
    fusing.py    reports meet in blocks, pairs get points, groups become events

`run.py` is the whole of it on one screen.
"""
