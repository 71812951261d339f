//! The same core in a terminal, for site owners and for measuring.

mod terminal;

fn main() -> std::process::ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match terminal::run(&arguments) {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("trust-indicator: {trouble}");
            std::process::ExitCode::FAILURE
        }
    }
}
