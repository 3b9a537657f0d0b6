//! Jobs with the real binary: `masthead work`, the worker inside `masthead serve`, crashes and shutdowns, `masthead jobs`.
#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on stops")]

use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::fs::PermissionsExt;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use cluster::{Cluster, SUPERUSER};
use store::{Access, testing};
use tempfile::TempDir;

/// How long a condition may take to come true before the test gives up.
const TIMEOUT: Duration = Duration::from_secs(60);

/// A migrated publication in a temporary directory, whose Postgres runs as long as the test.
struct Fixture {
    directory: TempDir,
    cluster: Option<Cluster>,
}

impl Fixture {
    fn new() -> Self {
        let directory = tempfile::tempdir().unwrap();
        // The account of Postgres can enter, also when the tests run as root.
        fs::set_permissions(directory.path(), fs::Permissions::from_mode(0o755)).unwrap();
        let mut fixture = Self { directory, cluster: None };
        assert!(fixture.masthead(&["migrate"]).output().unwrap().status.success());
        let config = cluster::Config::new(fixture.directory.path().to_owned());
        fixture.cluster = Some(Cluster::open(&config, &|_| {}).unwrap());
        fixture
    }

    fn masthead(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_masthead"));
        command.args(arguments).arg("--data-dir").arg(self.directory.path());
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        command.env_remove("DATABASE_URL").env("RUST_LOG", "error").env("MASTHEAD_NO_DEMO", "true");
        command
    }

    /// Starts a long-running process and waits for a line that contains `says`.
    fn start(&self, arguments: &[&str], says: &str) -> Process {
        let mut process = self.masthead(arguments).spawn().unwrap();
        let mut lines = BufReader::new(process.stderr.take().unwrap()).lines().map(Result::unwrap);
        lines.find(|line| line.contains(says)).expect("it did not start");
        // Keep reading, otherwise the pipe fills up and lines are dropped.
        std::thread::spawn(move || lines.for_each(drop));
        Process(process)
    }

    /// Starts a worker with short leases.
    fn work(&self) -> Process {
        let short = ["work", "--job-lease-seconds", "2", "--job-heartbeat-seconds", "1"];
        self.start(&short, "masthead: working")
    }

    fn jobs(&self, arguments: &[&str]) -> Output {
        self.masthead(&[&["jobs"], arguments].concat()).output().unwrap()
    }

    fn access(&self) -> Access {
        let host = self.cluster.as_ref().unwrap().socket_directory();
        let url = format!("host='{}' user={SUPERUSER} dbname=masthead", host.display());
        Access { url, role: None }
    }

    async fn execute(&self, sql: &str) {
        testing::execute(&self.access(), sql).await.unwrap();
    }

    /// The only value of a query, as text.
    async fn value(&self, query: &str) -> String {
        let query = format!("SELECT text::text AS text FROM ({query}) AS answer (text)");
        let [value] = testing::texts(&self.access(), &query).await.unwrap().try_into().unwrap();
        value
    }

    async fn until(&self, condition: &str) {
        let begun = Instant::now();
        while self.value(&format!("SELECT {condition}")).await != "true" {
            if begun.elapsed() > TIMEOUT {
                let jobs = self.value("SELECT coalesce(json_agg(jobs), '[]') FROM operations.jobs").await;
                panic!("timed out waiting for {condition}\n{jobs}");
            }
        }
    }

    /// Inserts jobs that find nothing to do.
    async fn seeded_jobs(&self, count: usize) {
        let insert = format!(
            "INSERT INTO operations.jobs (id, kind, payload, priority)
             SELECT gen_random_uuid(), 'prune', '{{}}', 1 FROM generate_series(1, {count})"
        );
        self.execute(&insert).await;
    }

    /// Installs a trigger that blocks jobs until `unblock_jobs`.
    async fn block_jobs(&self) {
        let gate = "CREATE TABLE public.gate ();
            INSERT INTO public.gate DEFAULT VALUES;
            CREATE FUNCTION public.wait() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN WHILE EXISTS (SELECT FROM public.gate) LOOP PERFORM pg_sleep(0.01); END LOOP; RETURN NULL; END $$;
            GRANT SELECT ON public.gate TO PUBLIC;
            CREATE TRIGGER wait BEFORE DELETE ON operations.job_slots EXECUTE FUNCTION public.wait()";
        self.execute(gate).await;
        self.until("EXISTS (SELECT FROM pg_stat_activity WHERE wait_event = 'PgSleep')").await;
    }

    async fn unblock_jobs(&self) {
        self.execute("DELETE FROM public.gate").await;
    }

    /// Inserts a job that takes longer than the grace period.
    async fn seeded_long_job(&self) {
        let slow = "CREATE FUNCTION public.slowly() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN PERFORM pg_sleep(0.0005); RETURN OLD; END $$;
            CREATE TRIGGER slowly BEFORE DELETE ON operations.job_slots
                FOR EACH ROW EXECUTE FUNCTION public.slowly();
            INSERT INTO operations.job_slots (name, slot)
                SELECT 'old', now() - interval '2 days' - number * interval '1 second'
                FROM generate_series(1, 200000) AS number";
        self.execute(slow).await;
        self.seeded_jobs(1).await;
    }
}

/// A process. It is stopped when dropped.
struct Process(Child);

impl Process {
    fn signal(&self, name: &str) {
        // A process that has ended already needs no signal.
        let pid = self.0.id().to_string();
        let _sent = Command::new("kill").args(["-s", name, &pid]).stderr(Stdio::null()).status();
    }

    fn end(&mut self) -> bool {
        self.0.wait().unwrap().success()
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // The second signal forces the shutdown.
        self.signal("TERM");
        self.signal("INT");
        let _ended = self.0.wait();
    }
}

/// SQL for the number of jobs that satisfy a condition.
fn count(condition: &str) -> String {
    format!("(SELECT count(*) FROM operations.jobs WHERE {condition})")
}

#[tokio::test(flavor = "multi_thread")]
async fn jobs_of_a_killed_worker_run_again_when_their_leases_expire() {
    let fixture = Fixture::new();
    fixture.seeded_jobs(1_000).await;
    let mut killed = fixture.work();
    fixture.until(&format!("{} >= 100", count("state = 'done'"))).await;
    fixture.block_jobs().await;
    killed.0.kill().unwrap();
    killed.end();
    let at = fixture.value("SELECT clock_timestamp()").await;
    let begun: usize =
        fixture.value(&format!("SELECT {}", count("state = 'running'"))).await.parse().unwrap();
    assert!(begun > 0, "no job was running when the worker was killed");
    fixture.unblock_jobs().await;
    let _other = fixture.work();
    // The additional job is the periodic prune job.
    fixture.until(&format!("{} >= 1001", count("state = 'done'"))).await;
    assert_eq!(fixture.value(&format!("SELECT {}", count("crashes = 1"))).await, begun.to_string());
    // One lease, one poll, and some reserve for a busy machine.
    let late = format!("crashes = 1 AND finished_at > timestamptz '{at}' + interval '10 seconds'");
    assert_eq!(fixture.value(&format!("SELECT {}", count(&late))).await, "0");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stopping_worker_releases_jobs_that_it_cannot_finish() {
    let fixture = Fixture::new();
    fixture.seeded_long_job().await;
    let mut first = fixture.work();
    fixture.until(&format!("{} >= 1", count("state = 'running'"))).await;
    let mut second = fixture.work();
    fixture.until(&format!("{} = 0", count("state = 'ready'"))).await;
    let begun = Instant::now();
    first.signal("TERM");
    assert!(first.end(), "it did not exit with 0");
    assert!(begun.elapsed() >= Duration::from_secs(9), "it did not wait for its job");
    assert!(begun.elapsed() < Duration::from_secs(20), "it waited too long");
    fixture.until(&format!("{} >= 1", count("attempt = 2 AND state = 'running'"))).await;
    // The job was released: an expired lease would count as a crash.
    assert_eq!(fixture.value("SELECT sum(crashes + failures) FROM operations.jobs").await, "0");
    second.signal("TERM");
    second.signal("INT");
    let begun = Instant::now();
    assert!(second.end());
    assert!(begun.elapsed() < Duration::from_secs(8), "the second signal did not force the shutdown");
}

/// Enqueues jobs one after the other, and returns the median time until they were done, in milliseconds.
async fn median_wait(fixture: &Fixture, enqueue: &str) -> f64 {
    fixture.execute("TRUNCATE operations.jobs").await;
    for number in 1..=9 {
        fixture.execute(enqueue).await;
        fixture.until(&format!("{} = {number}", count("state = 'done'"))).await;
    }
    let median = "SELECT 1000 * percentile_cont(0.5) WITHIN GROUP (
        ORDER BY extract(epoch FROM finished_at - created_at)) FROM operations.jobs";
    fixture.value(median).await.parse().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_starts_at_once_when_notified_and_otherwise_at_the_next_poll() {
    const ENQUEUE: &str = "INSERT INTO operations.jobs (id, kind, payload, priority)
        VALUES (gen_random_uuid(), 'prune', '{}', 1)";
    let fixture = Fixture::new();
    let _worker = fixture.work();
    let listener = "FROM pg_stat_activity WHERE query = 'LISTEN masthead_jobs' AND state = 'idle'";
    fixture.until(&format!("(SELECT count(*) {listener}) = 1")).await;
    fixture.until(&format!("{} = 1", count("state = 'done'"))).await;
    let told = median_wait(&fixture, &format!("{ENQUEUE}; NOTIFY masthead_jobs")).await;
    assert!(told <= 100.0, "with a notification, it waited {told} ms");
    fixture.execute(&format!("SELECT pg_terminate_backend(pid) {listener}")).await;
    let untold = median_wait(&fixture, ENQUEUE).await;
    assert!(untold <= 1_500.0, "without a notification, it waited {untold} ms");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_runs_jobs_unless_the_worker_is_off() {
    let fixture = Fixture::new();
    let serve = ["serve", "--listen", "127.0.0.1:0", "--worker"];
    let on = fixture.start(&[serve.as_slice(), &["on"]].concat(), "health");
    fixture.until(&format!("{} = 1", count("kind = 'prune' AND state = 'done'"))).await;
    drop(on);
    fixture.execute("TRUNCATE operations.jobs, operations.job_slots").await;
    fixture.seeded_jobs(1).await;
    drop(fixture.start(&[serve.as_slice(), &["off"]].concat(), "health"));
    assert_eq!(fixture.value("SELECT concat_ws(' ', state, attempt) FROM operations.jobs").await, "ready 0");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_jobs_command_lists_retries_and_cancels_jobs() {
    let fixture = Fixture::new();
    let id = "0199a3c2-5d1e-7c3a-9b1f-000000000004";
    let dead = format!(
        "INSERT INTO operations.jobs (id, kind, payload, priority, state, failures, last_error, progress_done,
            progress_total) VALUES ('{id}', 'prune', '{{}}', 1, 'parked', 20, E'no\\nluck', 3, 5)"
    );
    fixture.execute(&dead).await;
    let said = |output: Output| {
        let all = [output.stdout, output.stderr].concat();
        (output.status.code().unwrap(), String::from_utf8(all).unwrap())
    };
    let counts = "0 ready, 0 running, 0 done, 1 dead, 0 cancelled\n";
    let listed = format!("{id} prune dead, 3 of 5, failed 20 times: no luck\n{counts}");
    assert_eq!(said(fixture.jobs(&["list", "--state", "dead"])), (0, listed));
    assert_eq!(said(fixture.jobs(&["list", "--state", "running"])), (0, counts.to_owned()));
    let (code, retried) = said(fixture.jobs(&["retry", id]));
    assert!(code == 0 && retried.contains("prune ready"), "{retried}");
    let (code, cancelled) = said(fixture.jobs(&["cancel", id]));
    assert!(code == 0 && cancelled.contains("prune cancelled"), "{cancelled}");
    let nothing = "0199a3c2-5d1e-7c3a-9b1f-000000000005";
    assert_eq!(
        said(fixture.jobs(&["cancel", nothing])),
        (1, "masthead: no such job; list jobs with `masthead jobs list`\n".to_owned())
    );
    fixture.execute("UPDATE operations.jobs SET state = 'done'").await;
    assert_eq!(said(fixture.jobs(&["retry", id])), (1, "masthead: The job is done already.\n".to_owned()));
    let (code, refused) =
        said(fixture.masthead(&["work", "--job-heartbeat-seconds", "31"]).output().unwrap());
    assert!(code == 2 && refused.contains("at most half"), "{refused}");
}
